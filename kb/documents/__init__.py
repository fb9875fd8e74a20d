"""Reading documents: text, HTML, PDF, DOCX and Markdown become the one text that offsets refer to."""
