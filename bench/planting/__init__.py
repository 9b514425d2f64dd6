"""Consistent packages, contradictions planted in them, and edits that change nothing: what the benchmark judges.

promise   one commitment as data, and the clause file that holds it
package   a whole workspace of such clauses: documents, profile, bid; its files with the places that are marked
kinds     every dimension of the vocabulary with values that break no rule
writing   one quantity in many writings
base      consistent packages, from a seed
placing   where the sides of a contradiction stand: clauses, documents, bid, profile, table, scope
seeds     what contradicts itself, rule by rule
pages     the examples of the rules' own pages, moved into other packages
harmless  edits that change nothing
shipped   plants in the example bid
cases     all of them, from a seed
judge     run one and say what was found, missed and invented

A value that a finding must point at is written between the marks ⟦ and ⟧, which are taken out when files are made.
"""
