"""What is known about each document: columns, dates, the table beside the inputs."""
