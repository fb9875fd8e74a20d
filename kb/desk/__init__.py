"""The desk: what the doors (command line, web) ask for, composed from the skills below."""
