# For reviewers: how to correct the sheet of a language.

review-how =
    This sheet holds everything that Popas says in your language. Please read it as a person would who is far from home, and correct what you would not say.

    - Each piece stands between two lines that begin with `<!-- popas`. Correct only what is between them, and leave those lines as they are. On a finished page they cannot be seen: open the file for editing.
    - The grey text beside a piece is what it was made from. It is there to compare; changes in it are not taken over.
    - Words in braces, such as { "{green-line}" } or { "{ $days }" }, stand for a figure, a date or an address. You may put them elsewhere in the sentence; do not change or translate them.
    - Where a message has several lines with brackets, such as [one] and [other], each is said for other numbers. Correct only the words after the bracket.
    - “asked-as” and the lists of small talk show how people really type, with mistakes on purpose. Take out what nobody would write and add what they do write, one a line, each beginning with “- ”.
    - “title” and “heading” stand on buttons and must stay short.

    Save the file as plain text (UTF-8) and send it back.
