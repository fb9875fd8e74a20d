"""What the base derives: the status of each proposition, how many sources it has, and labels."""
