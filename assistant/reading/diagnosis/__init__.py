"""Diagnoses: what a message says is irradiated, as tumor type, site and origin."""

from assistant.reading.diagnosis.reader import read_diagnosis

__all__ = ["read_diagnosis"]
