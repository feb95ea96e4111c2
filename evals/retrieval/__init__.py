"""Citation search measured: our search, its parts, and the pipeline every tutorial builds."""
