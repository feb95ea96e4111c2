"""Whether words are affirmed: the published ConText idea over reviewable cues."""
