extension Sentences {
    static let slovenian = Sentences(
        openings: [
            "Dober dan, moje ime je {agent}, oddelek za {department}. Kako vam lahko pomagam?",
            "Pozdravljeni, tukaj {agent}, klicali ste {department}. S čim vam lahko pomagam?",
            "Dobro jutro, {agent} pri telefonu, oddelek za {department}. Kaj lahko storim za vas?",
        ],
        topics: [
            Topic(
                need: "Kje je moj paket? Priti bi moral včeraj.",
                check: "Čakate na včerajšnji paket, je to prav?",
                answer: "Paket je pri dostavljavcu in pride danes med tretjo in peto uro."),
            Topic(
                need: "Moj račun je za deset evrov višji kot prejšnji mesec.",
                check: "Gre za deset evrov na tem računu. Sem vas prav razumela?",
                answer: "Teh deset evrov je za novi usmerjevalnik, od prvega v mesecu dalje."),
            Topic(
                need: "Kako povežem daljinec?",
                check: "Radi bi povezali daljinec, je to pravilno?",
                answer: "Držite spodnji tipki, dokler lučka ne zasveti zeleno, potem pritisnite okroglo."),
            Topic(
                need: "V ponedeljek se selim in imam nov naslov.",
                check: "V pogodbi naj bo od ponedeljka novi naslov, je to prav?",
                answer: "Novi naslov velja od ponedeljka, potrdilo imate v pošti."),
            Topic(
                need: "Rada bi, da kdo namesti anteno.",
                check: "Želite termin za anteno, je to točno?",
                answer: "Tehnik pride v četrtek ob desetih."),
        ],
        names: ["Mi prosim poveste svoje ime?", "Z veseljem, {customer}, skupaj pogledava."],
        goodbyes: ["Hvala za klic in nasvidenje.", "Najlepša hvala, lep dan vam želim."],
        nextSteps: [
            "Naslednji korak je naš: delavnica vam piše v četrtek do poldneva.",
            "Najprej preverimo števec, nato vam pišem v petek.",
        ],
        complaint: [
            "Svetilka je prišla v dveh kosih.", "Vaš tehnik bi moral priti v torek, čakala sem celo dopoldne.",
        ],
        restatement: [
            "Če vas prav razumem, je svetilka prišla v dveh kosih.",
            "Če prav razumem, ste v torek čakali celo dopoldne.",
        ],
        understanding: ["Razumem, kako neprijetno je to.", "Razumem, koliko težav vam je to povzročilo."],
        procedure: ["Tako obravnavamo pritožbo, od danes do odgovora."],
        apology: ["Žal mi je za nevšečnosti, ki ste jih imeli.", "Opravičujem se za izgubljeno dopoldne."],
        admission: "To je bila naša napaka in popravili jo bomo.",
        offer: "Lahko pošljemo novo svetilko ali vrnemo denar; kaj vam bolj ustreza?",
        thanks: ["Hvala, da ste nam povedali.", "Hvala, da ste naša stranka."],
        callback: "Čez eno minuto vas pokličem nazaj.",
        invitation: "Bi odgovorili na deset vprašanj? Vaše mnenje nam pomaga. Hvala!",
        invitationWithoutThanks: "Bi odgovorili na deset vprašanj? Vaše mnenje nam pomaga.",
        slips: [
            .nextPlease: "Naslednji!", .dontKnow: "Odgovora ne vem.", .notMyJob: "To ni moje delo.",
            .companyWillNot: "Podjetje se ne bo strinjalo.", .takeItOrLeaveIt: "Kar dobite, to imate.",
            .ownHouse: "Naš sistem je res zanič.", .nuisance: "To je samo malenkost.",
            .accusation: "Me obtožujete?", .calmDown: "Pomirite se.", .negative: "Tega nikoli ne naredimo.",
            .vague: "Pošljemo čim prej.", .fillers: "Em, em, em, poglejmo.",
        ])
}
