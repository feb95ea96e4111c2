"""Words to facts: what one message states, each fact with the user's own words as evidence."""
