"""Writers: each lays the block stream of a document out in one format, and adds no word of its own."""
