# Offices, hours, phones, places.

offices-of-answer = Where to go:
place-ask = Where in Moldova are you? Write the name of your town, village or district.
place-which = There are several places of that name. Which one do you mean?
place-unknown = I do not know that place. Please write the name of the nearest town or district.
office-nearest = The nearest office to { $place }:
office-nearest-km = You are near { $place }. The nearest office is about { $km } km away in a straight line:
place-abroad = You seem to be outside Moldova. These are the offices in Moldova; from abroad, write or call first.
place-romania = If your question is about Moldova: from abroad, write or call first.
place-left-bank = Special rules apply in { $place }: they are for people who live on the left bank of the Dniester or in Bender.
offices-other = The other ones:

office-one-stop-shop = One-stop shop for foreigners (General Inspectorate for Migration of Moldova)
office-integration-centre = Integration centre for foreigners (General Inspectorate for Migration of Moldova)
office-border-police = Headquarters of the Border Police of Moldova
office-chancery = Chancery of the General Inspectorate for Migration of Moldova: petitions
office-romanian = Immigration office in Bucharest: an authority of Romania, not of Moldova
office-address = Address: { $address }
# The Romanian spelling of the address, as it is written on the door.
office-door = On the door: { $address }
office-disputed = Official pages disagree: another one gives { $address }. Both buildings belong to the inspectorate. Please call before you go.
office-disputed-short = { $address }, or { $other }: official pages disagree, please call first
office-hours = Open: { $days } { $hours }
office-hours-unknown = Opening hours: I have no source for them. Please call before you go.
office-open-now = Open now, until { $time }.
office-break-now = On a break now, open again at { $time }.
office-opens-today = Closed now, opens today at { $time }.
office-opens-on = Closed now, opens on { $day } at { $time }.
office-holiday = A public holiday today ({ $holiday }).
office-source = Source: { $source }; checked on { $reviewed_short }
office-sources = Sources: { $sources }
contact-free = Phone, free of charge: `{ $value }`
contact-phone = Phone: { $value }
contact-email = E-mail: { $value }
contact-hours = { $contact } ({ $days } { $hours })
