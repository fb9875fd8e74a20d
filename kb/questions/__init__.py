"""The questions of `queries/questions/`: their catalogue, their parameters, and answers with labels."""
