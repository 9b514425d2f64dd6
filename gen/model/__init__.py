"""The records that everything is made of; no behaviour beyond what a record knows of itself."""
