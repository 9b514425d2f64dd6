"""What the PDF writer may open: the bundled font files and the pictures inside the page, nothing else."""

from __future__ import annotations

from typing import Any

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from gen.render.pdf.faces import FACES


class BundledFonts(URLFetcher):  # type: ignore[misc]  # weasyprint has no type hints
    """Hands WeasyPrint the bundled fonts and the page's own pictures, and stops it at any other address."""

    def fetch(self, url: str, *_headers: Any) -> URLFetcherResponse:
        """The font file at `url`.

        Any other address, of the network or of this machine, ends the rendering: a document that quietly lost a
        picture, or quietly showed a file of the machine, would be worse than none.
        """
        if url.startswith(PICTURES):
            response: URLFetcherResponse = super().fetch(url)
            return response
        for face in FACES:
            if url == face.url:
                return URLFetcherResponse(url, face.path.read_bytes(), {"Content-Type": "font/ttf"})
        # WeasyPrint only logs other exceptions and goes on without the resource.
        raise FatalURLFetchingError(url)


PICTURES = ("data:image/png;base64,", "data:image/jpeg;base64,", "data:image/svg+xml,")
"""How the address of a picture begins that is its own content."""
