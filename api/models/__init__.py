"""What goes over the wire: requests that forbid what they do not know, responses with examples."""
