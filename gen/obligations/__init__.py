"""After the award: what a bid has promised, as a register of what must be done by whom, when, and how it is proven.

Comes in: an examined bid and the day on which the contract is signed. Goes out: the register, in which every promise
stands once, and it as text, JSON, a workbook or a calendar.
"""

from gen.obligations.record import Missing, Obligation, Occurrence, Printed, Register
from gen.obligations.register import TooManyError, register

__all__ = ["Missing", "Obligation", "Occurrence", "Printed", "Register", "TooManyError", "register"]
