"""What happens to a text on its way in: decoding, mending, the marks of news."""
