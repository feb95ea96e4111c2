"""How old the patient is, in years or by a birth date."""
