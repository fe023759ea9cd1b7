"""Words in quotation marks, and who said them. `quotes.quotes` is what others ask.

- `quotation_marks`, `sentences`: where the words stand, and in which sentences.
- `speech`, `unspoken`: whether they are speech, or a name, a label, a law.
- `speakers`: who says them, in the order in which the rules below are asked.
- `told`: whom the text says outright, since words are `owned`, `equated` with his answer or
  `written` in his letter, have `signatures`, come from `sources`, are said `answering` a question
  or are `nobodys`; of a row, who has said each is `respective`.
- `chosen`, `labels`, `topics`: whom their own sentence names.
- `around`, `own_sentences`, `telling`: whom the sentences beside it name, where it is only words.
- `carried`: who goes on from the sentences before.
- `subordinate`, `askers`: who is named, and does not speak.
- `scene`: a passage with all who may speak in it: `subjects` that are `known` by name, `called` so,
  `phrases`, meant by a word `alone`, `unseen`, or who answer in `interviews`.
- `stretches`, `speech_nouns`: what the rules have in common.
"""
