# Dates that were read, trips, and days that were counted.
# $until is “sâmbătă, 29 noiembrie 2025”, $until_short is “29 noiembrie 2025”.
# The long form stands after “până”, “cel târziu”, “începând cu”; the short one after “pe”, “de la”, “până la”.

days-ask =
    Vă pot număra zilele. Scrieți când ați intrat în Moldova și când ați ieșit, pentru fiecare călătorie din ultimele 6 luni. De exemplu: „am intrat pe 3 septembrie, am ieșit pe 20 octombrie, am intrat din nou pe 2 noiembrie, sunt încă aici”.
trips-read = Am înțeles așa:
trips-right = Este corect?
trips-correct = Scrieți din nou călătoriile, vă rog: ziua fiecărei intrări și a fiecărei ieșiri.
trips-which = Nu îmi este clar ce zi trebuie schimbată. Vă rog să scrieți ziua greșită și pe cea corectă, de exemplu: „nu 5 septembrie, ci 15 septembrie”.
trips-add = Scrieți cealaltă călătorie, vă rog: ziua în care ați intrat și ziua în care ați ieșit.
trips-forgotten = Am șters datele călătoriilor dumneavoastră.
trips-of-another = Număr zilele unei singure persoane o dată. Aceste date par să fie ale altcuiva, așa că nu am schimbat călătoriile dumneavoastră. Ca să număr pentru altă persoană, ștergeți mai întâi aceste date și scrieți apoi toate călătoriile ei.
trips-whose = Nu îmi este clar ale cui sunt aceste zile, așa că nu am schimbat nimic. Dacă țin de călătoriile pe care le-am numărat, scrieți-le la persoana întâi, de exemplu: „am plecat pe 5 octombrie”. Ca să număr pentru altă persoană, ștergeți mai întâi aceste date și scrieți apoi toate călătoriile ei.
date-impossible = „{ $quote }” nu este o zi din calendar. Verificați data și scrieți din nou toate datele, vă rog.
date-unclear = Nu e clar la ce zi vă referiți prin „{ $quote }”. Scrieți ziua, luna și anul, de exemplu 3 septembrie 2025.
length-no-date = Ați scris „{ $quote }”. Ca să număr exact, îmi trebuie chiar ziua: în ce zi ați intrat în Moldova?
dates-what = Am citit data „{ $quote }”. În ziua aceea ați intrat în Moldova sau ați ieșit? Dacă este vorba de altceva, scrieți ce s-a întâmplat în ziua aceea.
missing-exit = Ați intrat pe { $entry_short }, iar mai târziu ați intrat din nou. În ce zi ați ieșit între timp?
exit-no-entry = Ați ieșit pe { $exit_short }. În ce zi ați intrat în Moldova înainte de aceasta?
exit-before-entry = Ieșirea de pe { $exit_short } este înaintea intrării de pe { $entry_short }. Verificați cele două date și scrieți-le din nou, vă rog.
before-the-law = Pot număra zilele numai începând cu { $since_short }.
citizenship-ask = Pentru cetățenii Azerbaidjanului zilele se numără altfel. Aveți cetățenia Azerbaidjanului?
left-bank-ask = Există o excepție pentru persoanele care au un document de călătorie și domiciliul (adresa înregistrată) pe malul stâng al Nistrului (regiunea transnistreană). Îndepliniți ambele condiții?

trip-past =
    { ROMANIAN($days) ->
        [one] intrare pe { $entry_short }, ieșire pe { $exit_short } (o zi)
        [few] intrare pe { $entry_short }, ieșire pe { $exit_short } ({ $days } zile)
       *[other] intrare pe { $entry_short }, ieșire pe { $exit_short } ({ $days } de zile)
    }
trip-open = intrare pe { $entry_short }, încă în Moldova (ziua { $days })
trip-leaving = intrare pe { $entry_short }, încă în Moldova, plecare pe { $exit_short }
trip-planned = planificat: intrare pe { $entry_short }, ieșire pe { $exit_short }
trip-planned-open = planificat: intrare pe { $entry_short }

stay-until =
    { ROMANIAN($left) ->
        [one] Puteți rămâne până { $until }, inclusiv: încă o zi.
        [few] Puteți rămâne până { $until }, inclusiv: încă { $left } zile.
       *[other] Puteți rămâne până { $until }, inclusiv: încă { $left } de zile.
    }
stay-last-day = Astăzi este ultima zi în care puteți rămâne: { $until }.
stay-over =
    { ROMANIAN($over) ->
        [one] Ultima zi permisă a fost { $until }. Termenul este depășit cu o zi.
        [few] Ultima zi permisă a fost { $until }. Termenul este depășit cu { $over } zile.
       *[other] Ultima zi permisă a fost { $until }. Termenul este depășit cu { $over } de zile.
    }
stay-no-day =
    { ROMANIAN($over) ->
        [one] La intrarea de { $entry }, nu mai aveați zile permise. Termenul este depășit cu o zi.
        [few] La intrarea de { $entry }, nu mai aveați zile permise. Termenul este depășit cu { $over } zile.
       *[other] La intrarea de { $entry }, nu mai aveați zile permise. Termenul este depășit cu { $over } de zile.
    }
stay-used =
    { ROMANIAN($window) ->
        [one] Zile folosite în ultima zi: { $used } din { $limit }.
        [few] Zile folosite în ultimele { $window } zile: { $used } din { $limit }.
       *[other] Zile folosite în ultimele { $window } de zile: { $used } din { $limit }.
    }
stay-used-last-entry = Zile folosite de la ultima intrare: { $used } din { $limit }.
stay-then = Dacă rămâneți mai mult: amenda nu se aplică dacă plecați de bunăvoie cel târziu { $until }. După aceea poate fi aplicată o amendă și poate fi emisă o decizie de returnare (actul prin care vi se cere să plecați).
stay-avoidable = Amenda nu se aplică dacă plecați de bunăvoie cel târziu { $until }.
stay-fine-due =
    { ROMANIAN($lei) ->
        [one] Poate fi aplicată o amendă de la { $min } la { $max } leu și poate fi emisă o decizie de returnare (actul prin care vi se cere să plecați).
        [few] Poate fi aplicată o amendă de la { $min } la { $max } lei și poate fi emisă o decizie de returnare (actul prin care vi se cere să plecați).
       *[other] Poate fi aplicată o amendă de la { $min } la { $max } de lei și poate fi emisă o decizie de returnare (actul prin care vi se cere să plecați).
    }
stay-fine-exempt = Amenda nu se aplică persoanelor care au un document de călătorie și domiciliul pe malul stâng al Nistrului. Termenul de ședere rămâne totuși depășit.
stay-under =
    { ROMANIAN($months) ->
        [one] Până { $until }, inclusiv, se consideră o depășire mai mică de o lună; după aceea se aplică reguli mai stricte.
        [few] Până { $until }, inclusiv, se consideră o depășire mai mică de { $months } luni; după aceea se aplică reguli mai stricte.
       *[other] Până { $until }, inclusiv, se consideră o depășire mai mică de { $months } de luni; după aceea se aplică reguli mai stricte.
    }
stay-over-months =
    { ROMANIAN($months) ->
        [one] Depășirea durează de mai mult de o lună (limita a fost { $until_short }): se aplică articolele 9 și 10 din Legea 200/2010.
        [few] Depășirea durează de mai mult de { $months } luni (limita a fost { $until_short }): se aplică articolele 9 și 10 din Legea 200/2010.
       *[other] Depășirea durează de mai mult de { $months } de luni (limita a fost { $until_short }): se aplică articolele 9 și 10 din Legea 200/2010.
    }
stay-leaving-late =
    { ROMANIAN($over) ->
        [one] Dacă plecați { $exit }, termenul va fi depășit cu o zi.
        [few] Dacă plecați { $exit }, termenul va fi depășit cu { $over } zile.
       *[other] Dacă plecați { $exit }, termenul va fi depășit cu { $over } de zile.
    }
stay-leaving-in-time = Dacă plecați { $exit }, vă încadrați în termen.
stay-return =
    { ROMANIAN($days) ->
        [one] Dacă plecați pe { $exit_short }, puteți reveni începând cu { $from }, pentru o zi; pentru tot termenul, începând cu { $full }.
        [few] Dacă plecați pe { $exit_short }, puteți reveni începând cu { $from }, pentru cel mult { $days } zile; pentru tot termenul, începând cu { $full }.
       *[other] Dacă plecați pe { $exit_short }, puteți reveni începând cu { $from }, pentru cel mult { $days } de zile; pentru tot termenul, începând cu { $full }.
    }
stay-return-full =
    { ROMANIAN($days) ->
        [one] Dacă plecați pe { $exit_short }, puteți reveni începând cu { $from }, pentru o zi.
        [few] Dacă plecați pe { $exit_short }, puteți reveni începând cu { $from }, pentru { $days } zile.
       *[other] Dacă plecați pe { $exit_short }, puteți reveni începând cu { $from }, pentru { $days } de zile.
    }
stay-outside =
    { ROMANIAN($days) ->
        [one] Vă aflați în afara Moldovei. Puteți intra începând cu { $from }, pentru o zi; pentru tot termenul, începând cu { $full }.
        [few] Vă aflați în afara Moldovei. Puteți intra începând cu { $from }, pentru cel mult { $days } zile; pentru tot termenul, începând cu { $full }.
       *[other] Vă aflați în afara Moldovei. Puteți intra începând cu { $from }, pentru cel mult { $days } de zile; pentru tot termenul, începând cu { $full }.
    }
stay-outside-full =
    { ROMANIAN($days) ->
        [one] Vă aflați în afara Moldovei. Puteți intra începând cu { $from }, și puteți sta o zi.
        [few] Vă aflați în afara Moldovei. Puteți intra începând cu { $from }, și puteți sta { $days } zile.
       *[other] Vă aflați în afara Moldovei. Puteți intra începând cu { $from }, și puteți sta { $days } de zile.
    }
stay-past-over =
    { ROMANIAN($over) ->
        [one] Șederea de la { $entry_short } până la { $exit_short } a depășit termenul cu o zi.
        [few] Șederea de la { $entry_short } până la { $exit_short } a depășit termenul cu { $over } zile.
       *[other] Șederea de la { $entry_short } până la { $exit_short } a depășit termenul cu { $over } de zile.
    }
stay-planned =
    { ROMANIAN($days) ->
        [one] Călătoria planificată cu intrarea pe { $entry_short } poate dura până { $until } (o zi).
        [few] Călătoria planificată cu intrarea pe { $entry_short } poate dura până { $until } ({ $days } zile).
       *[other] Călătoria planificată cu intrarea pe { $entry_short } poate dura până { $until } ({ $days } de zile).
    }
stay-planned-over =
    { ROMANIAN($over) ->
        [one] Călătoria planificată de la { $entry_short } până la { $exit_short } ar depăși termenul cu o zi.
        [few] Călătoria planificată de la { $entry_short } până la { $exit_short } ar depăși termenul cu { $over } zile.
       *[other] Călătoria planificată de la { $entry_short } până la { $exit_short } ar depăși termenul cu { $over } de zile.
    }
stay-planned-none = Dacă intrați { $entry }, nu veți avea zile permise: este prea devreme pentru această călătorie.
stay-overlap = Unele călătorii se suprapun. Le-am unit; verificați datele, vă rog.
stay-rule-window =
    Regula: cel mult { ROMANIAN($limit) ->
        [one] o zi
        [few] { $limit } zile
       *[other] { $limit } de zile
    } în orice perioadă de { ROMANIAN($window) ->
        [one] o zi
        [few] { $window } zile
       *[other] { $window } de zile
    }; se numără și ziua intrării, și ziua ieșirii. Legea 200/2010.
stay-rule-last-entry =
    Regula pentru cetățenii Azerbaidjanului: { ROMANIAN($limit) ->
        [one] o zi
        [few] { $limit } zile
       *[other] { $limit } de zile
    } de la ultima intrare; ziua intrării se numără. Legea 200/2010.
stay-caution = Am numărat după datele scrise de dumneavoastră. Zilele cu permis de ședere sau cu viză de lungă ședere se pot număra altfel. Decide Poliția de Frontieră.

due-employment =
    { ROMANIAN($days) ->
        [one] Contractul s-a încheiat pe { $event_short }. Autoritatea trebuie anunțată cel târziu { $due } (o zi lucrătoare).
        [few] Contractul s-a încheiat pe { $event_short }. Autoritatea trebuie anunțată cel târziu { $due } ({ $days } zile lucrătoare).
       *[other] Contractul s-a încheiat pe { $event_short }. Autoritatea trebuie anunțată cel târziu { $due } ({ $days } de zile lucrătoare).
    }
due-exam =
    { ROMANIAN($days) ->
        [one] Pentru o cerere depusă pe { $event_short }, vă puteți aștepta la răspuns până { $due } (o zi lucrătoare).
        [few] Pentru o cerere depusă pe { $event_short }, vă puteți aștepta la răspuns până { $due } ({ $days } zile lucrătoare).
       *[other] Pentru o cerere depusă pe { $event_short }, vă puteți aștepta la răspuns până { $due } ({ $days } de zile lucrătoare).
    }
due-permit =
    { ROMANIAN($days) ->
        [one] Permisul a fost pierdut sau furat pe { $event_short }. Cereți unul nou cel târziu { $due } (o zi).
        [few] Permisul a fost pierdut sau furat pe { $event_short }. Cereți unul nou cel târziu { $due } ({ $days } zile).
       *[other] Permisul a fost pierdut sau furat pe { $event_short }. Cereți unul nou cel târziu { $due } ({ $days } de zile).
    }
due-fine-free =
    { ROMANIAN($days) ->
        [one] Dacă ultima zi permisă a fost { $event_short }, puteți pleca de bunăvoie, fără amendă, cel târziu { $due } (o zi).
        [few] Dacă ultima zi permisă a fost { $event_short }, puteți pleca de bunăvoie, fără amendă, cel târziu { $due } ({ $days } zile).
       *[other] Dacă ultima zi permisă a fost { $event_short }, puteți pleca de bunăvoie, fără amendă, cel târziu { $due } ({ $days } de zile).
    }
due-regime =
    { ROMANIAN($months) ->
        [one] Dacă ultima zi permisă a fost { $event_short }, depășirea se consideră mai mică de o lună până { $due }, inclusiv.
        [few] Dacă ultima zi permisă a fost { $event_short }, depășirea se consideră mai mică de { $months } luni până { $due }, inclusiv.
       *[other] Dacă ultima zi permisă a fost { $event_short }, depășirea se consideră mai mică de { $months } de luni până { $due }, inclusiv.
    }
due-return =
    { ROMANIAN($days) ->
        [one] Cu o decizie din { $event_short } și fără interdicție de intrare, puteți reveni cel mai devreme { $due } (o zi întreagă); dacă ați plecat mai târziu, numărați din ziua plecării.
        [few] Cu o decizie din { $event_short } și fără interdicție de intrare, puteți reveni cel mai devreme { $due } ({ $days } zile întregi); dacă ați plecat mai târziu, numărați din ziua plecării.
       *[other] Cu o decizie din { $event_short } și fără interdicție de intrare, puteți reveni cel mai devreme { $due } ({ $days } de zile întregi); dacă ați plecat mai târziu, numărați din ziua plecării.
    }
due-office-day = Acea zi nu este lucrătoare: ghișeul este închis. Mergeți cel târziu { $day }.
due-passed = Acea zi a trecut. Mergeți cât mai curând.
due-return-left = Ați plecat pe { $exit_short }. Dacă decizia nu conține interdicție de intrare, puteți reveni cel mai devreme { $due }.
due-over = Această zi a trecut deja.
