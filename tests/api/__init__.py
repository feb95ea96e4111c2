"""Tests of the transports, against an assistant that reads no words but decides by real rules."""
