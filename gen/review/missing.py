"""Data that a bid or its company may lack, by the name that the catalogue's rows give it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gen.check.capability.lacking import LACKING as CAPABILITY
from gen.check.context import Context
from gen.check.fees.lacking import LACKING as FEES

MISSING: Mapping[str, Callable[[Context], bool]] = {**CAPABILITY, **FEES}
"""Each says whether the data are missing."""
