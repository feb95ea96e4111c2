"""Transports: HTTP, event stream, pages and the command line. Translates; decides nothing."""
