extension Sentences {
    static let afrikaans = Sentences(
        openings: [
            "Goeiemôre, my naam is {agent} van {department}. Hoe kan ek u help?",
            "Goeiedag, u praat met {department}, ek is {agent}. Waarmee kan ek u help?",
            "Hallo, {agent} hier, by {department}. Wat kan ek vir u doen?",
        ],
        topics: [
            Topic(
                need: "Waar is my pakkie? Dit moes gister kom.",
                check: "U wag vir gister se pakkie, is dit reg?",
                answer: "Dit is by die koerier en kom vandag tussen drie- en vyfuur."),
            Topic(
                need: "My rekening is tien euro meer as verlede maand.",
                check: "Dit gaan oor die tien euro op hierdie rekening. Het ek u reg verstaan?",
                answer: "Die tien euro is vir die nuwe roeteerder, van die eerste van die maand af."),
            Topic(
                need: "Hoe koppel ek die afstandbeheer?",
                check: "U wil die afstandbeheer koppel, is dit korrek?",
                answer: "Hou die twee onderste knoppies tot die lamp groen is, en druk dan die ronde een."),
            Topic(
                need: "Ek trek Maandag en het 'n nuwe adres.",
                check: "Die kontrak moet van Maandag af die nuwe adres hê, is dit reg?",
                answer: "Die nuwe adres geld van Maandag af, en die bevestiging is in u pos."),
            Topic(
                need: "Ek wil graag hê iemand moet die antenna installeer.",
                check: "U wil 'n afspraak vir die antenna hê, is dit korrek?",
                answer: "Die tegnikus kom Donderdag om tienuur."),
        ],
        names: ["Mag ek asseblief u naam kry?", "Met graagte, {customer}, ons kyk saam daarna."],
        goodbyes: ["Dankie vir u oproep, en totsiens.", "Baie dankie, geniet die dag."],
        nextSteps: [
            "Die volgende stap is ons s'n: die werkswinkel skryf Donderdag teen die middag aan u.",
            "Eers sal ons die meter nagaan, dan skryf ek Vrydag aan u.",
        ],
        complaint: [
            "Die lamp het in twee stukke aangekom.", "U tegnikus moes Dinsdag kom, en ek het die hele oggend gewag.",
        ],
        restatement: [
            "As ek u reg verstaan, het die lamp in twee stukke gekom.",
            "As ek reg verstaan, het u Dinsdag die hele oggend gewag.",
        ],
        understanding: ["Ek verstaan hoe ontstellend dit is.", "Ek verstaan hoeveel moeite dit u gegee het."],
        procedure: ["So hanteer ons 'n klagte, van vandag tot by die antwoord."],
        apology: [
            "Ek is jammer vir die ongerief wat dit u veroorsaak het.",
            "Ek vra om verskoning vir die oggend wat verlore is.",
        ],
        admission: "Dit was ons fout, en ons sal dit regstel.",
        offer: "Ons stuur 'n nuwe lamp, of gee die geld terug; watter een verkies u?",
        thanks: ["Dankie dat u ons sê.", "Dankie dat u ons kliënt is."],
        callback: "Ek bel u oor een minuut terug.",
        invitation: "Sal u tien vrae beantwoord? U mening help ons om u beter te bedien. Dankie!",
        invitationWithoutThanks: "Sal u tien vrae beantwoord? U mening help ons om u beter te bedien.",
        slips: [
            .nextPlease: "Volgende!", .dontKnow: "Ek weet nie.", .notMyJob: "Dit is nie my werk nie.",
            .companyWillNot: "Die maatskappy sal nie instem nie.", .takeItOrLeaveIt: "Leef maar daarmee.",
            .ownHouse: "Ons stelsel is regtig hopeloos.", .nuisance: "Dis net 'n kleinigheid.",
            .accusation: "Hoe kon u dit vergeet?", .calmDown: "Bedaar.", .negative: "Dit doen ons nooit.",
            .vague: "Ons stuur dit so gou moontlik.", .fillers: "Uh, uh, uh, laat ek kyk.",
        ])
}
