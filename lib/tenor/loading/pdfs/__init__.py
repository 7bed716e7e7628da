"""PDFs: lines of text taken out of the file, put together to paragraphs."""
