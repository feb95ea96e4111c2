"""`python -m evals.retrieval` prints the table."""

from evals.retrieval.measuring import main

main()
