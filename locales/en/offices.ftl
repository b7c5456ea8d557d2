# Offices, hours, phones, places.

offices-of-answer = Where to go:
place-ask = Where in Moldova are you? Write the name of your town, village or district.
place-which = There are several places of that name. Which one do you mean?
place-unknown = I do not know that place. Please write the name of the nearest town or district.
office-nearest = The nearest one-stop shop for foreigners to { $place }:
office-nearest-km =
    { $km ->
        [one] About 1 km from you in a straight line.
       *[other] About { $km } km from you in a straight line.
    }
place-abroad = You seem to be outside Moldova. These are the offices in Moldova; from abroad, write or call first.
place-left-bank = { $place } is on the left bank of the Dniester or in Bender. Special rules apply to people who live there.
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
office-hours = Open: { $days } { $hours }
office-hours-unknown = Opening hours: I have no source for them. Please call before you go.
office-source = Source: { $source }; checked on { $reviewed_short }
contact-free = Phone, free of charge: { $value }
contact-phone = Phone: { $value }
contact-email = E-mail: { $value }
contact-hours = { $contact } ({ $days } { $hours })
