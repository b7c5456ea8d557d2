# What Popas says of itself and how it guides a person.

welcome =
    Hello. I am Popas, an assistant for foreigners in the Republic of Moldova. It is free, and I keep no messages.

    - I answer questions about the right to stay, fines, lost permits and bringing your family.
    - I count your days from the dates of your trips.
    - I tell you which office to go to.

    Write your question in your own words, or choose below.
first-line = I am Popas, a free assistant for foreigners in Moldova. My answers follow official pages; I am not the authority.
greeting = Hello. What would you like to know? Write it in your own words, or choose below.
you-are-welcome = You are welcome. Write again whenever you need to.
help =
    I answer questions about staying in the Republic of Moldova. You can write, for example:

    - “I stayed 10 days too long, what is the fine?”
    - “I entered on 3 September, how long may I stay?”
    - “I lost my residence permit”
    - “Which office do I go to from Soroca?”

    I do not write answers myself: each one was reviewed by people and shows its source.
about-what = I am Popas, a program that answers from reviewed texts. My code and texts are public. I am free, and I keep no messages.
about-operator = This service is run by { $operator }.
about-nobody = I am not a service of the General Inspectorate for Migration or of any other authority. For a binding answer, ask the authority.
privacy =
    What I keep about you: your language, the last question I asked you, the last answer you read, and the dates of your trips if you confirmed them, with your citizenship if it matters. Also what you asked me to do later: reminders (with your own words, if you gave some), calls (with your phone number, if you gave it) and answers whose changes I tell you. I do not keep your messages or your name. While you talk to the call centre through me, your words go to its staff in Telegram.

    Trips are deleted 30 days after your last message, unless I still owe you a reminder; reminders and calls 30 days after they are over; all the rest a year after your last message. /mydata sends you everything as a file; /forget deletes it at once.
stopped = All right. I only write when you write to me, and for what you asked of me. To see or cancel that, write /followups.
forget-ask = Do you want me to delete everything I keep about you: your language, your trips, your reminders and calls? They will not take place then. This cannot be undone.
forgotten = Done. I have deleted everything I kept about you. Your reminders and calls are cancelled.
forget-not = All right, nothing was deleted.
topics-ask = What is it about?
theme-ask = Choose a question:
language-ask = Which language do you want?
language-set = From now on I answer in English.

which-of-these = I am not sure which of these you mean. Please choose:
unknown =
    I am sorry, I cannot answer that. I know about the right to stay in Moldova, fines for staying too long, lost permits, bringing your family, and the offices for foreigners.

    Try to say it in other words, choose a topic, or ask the call centre.
other-country = I am sorry, I cannot answer that. I only know the rules of the Republic of Moldova; for another country, ask its own authorities.
language-not-served = I can answer in these languages. Please choose one and write your question in it.
also-asked = You also seem to ask about this:
call-centre = You can talk to a person at the General Inspectorate for Migration of Moldova:

cannot-read-photo = I cannot read pictures. Please write your question as text.
cannot-read-voice = I cannot listen to voice messages. Please write your question as text; a few words are enough.
cannot-read-video = I cannot watch videos. Please write your question as text.
cannot-read-sticker = I only understand text. Please write your question in a few words.
cannot-read-document = I cannot open files. Please write your question as text.
cannot-read-contact = I do not need a phone number for this. Please write your question as text.
cannot-read-empty = Your message has no text that I can read. Please write your question in a few words.
cannot-read-other = I could not read that message. Please write your question as text.
old-button = That button no longer works. Please choose again or write your question.
edited-noticed = I saw that you changed your message. Here is the answer to the new text:
forwarded-noticed = You forwarded a message. I answer as if you had asked it yourself:
in-group = I only answer in a private chat, so that others do not read your questions: { $link }
no-such-number =
    { $most ->
        [one] There is only one choice. Please type 1, or write your question in words.
       *[other] Please type a number from 1 to { $most }, or write your question in words.
    }
nothing-to-confirm = I had not asked you anything. What would you like to know?
broken-link = That link leads to nothing that I know. Choose below, or write your question.
went-wrong = Something went wrong on my side. Please write your question again.
