"""Print as JSON how many pages each of the PDF files given has."""

import json
import sys

import pypdf

if __name__ == "__main__":
    print(json.dumps([len(pypdf.PdfReader(path).pages) for path in sys.argv[1:]]))
