"""The training of the model of tone towards targets, from rated mentions."""
