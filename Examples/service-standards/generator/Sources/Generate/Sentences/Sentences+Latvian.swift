extension Sentences {
    static let latvian = Sentences(
        openings: [
            "Labdien, mani sauc {agent}, {department} nodaļa. Kā varu jums palīdzēt?",
            "Labrīt, {agent} klausās, {department} nodaļa. Ar ko varu jums palīdzēt?",
            "Sveicināti, es esmu {agent} no {department} nodaļas. Ko varu jūsu labā darīt?",
        ],
        topics: [
            Topic(
                need: "Kur ir mana paka? Tai bija jāpienāk vakar.",
                check: "Jūs gaidāt vakardienas paku, vai tas ir pareizi?",
                answer: "Tā ir pie kurjera un pienāks šodien no trijiem līdz pieciem."),
            Topic(
                need: "Mans rēķins ir par desmit eiro lielāks nekā pagājušajā mēnesī.",
                check: "Runa ir par desmit eiro šajā rēķinā. Vai es jūs pareizi sapratu?",
                answer: "Šie desmit eiro ir par jauno maršrutētāju, no mēneša pirmā datuma."),
            Topic(
                need: "Kā savienot tālvadības pulti?",
                check: "Jūs vēlaties savienot pulti, vai tas ir pareizi?",
                answer: "Turiet abas apakšējās pogas, līdz lampiņa ir zaļa, un tad nospiediet apaļo."),
            Topic(
                need: "Pirmdien pārceļos, un man ir jauna adrese.",
                check: "Līgumā no pirmdienas jābūt jaunajai adresei, vai tas ir pareizi?",
                answer: "Jaunā adrese ir spēkā no pirmdienas, apstiprinājums ir jūsu pastā."),
            Topic(
                need: "Gribētu, lai kāds uzstāda antenu.",
                check: "Jums vajag laiku antenas uzstādīšanai, vai tas ir pareizi?",
                answer: "Tehniķis ieradīsies ceturtdien pulksten desmitos."),
        ],
        names: ["Vai drīkstu uzzināt jūsu vārdu?", "Labprāt, {customer}, paskatīsimies kopā."],
        goodbyes: ["Paldies par zvanu un uz redzēšanos.", "Liels paldies, lai jauka diena."],
        nextSteps: [
            "Nākamais solis ir mūsu: darbnīca jums uzrakstīs ceturtdien līdz pusdienlaikam.",
            "Vispirms pārbaudīsim skaitītāju, pēc tam es rakstīšu jums piektdien.",
        ],
        complaint: ["Lampa atnāca divos gabalos.", "Jūsu tehniķim bija jāierodas otrdien, es gaidīju visu rītu."],
        restatement: [
            "Ja es jūs pareizi saprotu, lampa atnāca divos gabalos.",
            "Ja pareizi saprotu, jūs otrdien gaidījāt visu rītu.",
        ],
        understanding: ["Saprotu, cik tas ir nepatīkami.", "Es saprotu, cik daudz rūpju tas jums sagādājis."],
        procedure: ["Lūk, kā mēs izskatām sūdzību no šodienas līdz atbildei."],
        apology: ["Man ļoti žēl par neērtībām, ko tas jums radīja.", "Atvainojos par zaudēto rītu."],
        admission: "Tā bija mūsu kļūda, un mēs to labosim.",
        offer: "Nosūtīsim jaunu lampu vai atdosim naudu; kurš jums labāk der?",
        thanks: ["Paldies, ka pastāstījāt.", "Paldies, ka esat mūsu klients."],
        callback: "Es jums atzvanīšu pēc vienas minūtes.",
        invitation: "Vai atbildēsiet uz desmit jautājumiem? Jūsu viedoklis palīdz mums kļūt labākiem. Paldies!",
        invitationWithoutThanks: "Vai atbildēsiet uz desmit jautājumiem? Jūsu viedoklis palīdz mums kļūt labākiem.",
        slips: [
            .nextPlease: "Nākamais!", .dontKnow: "Es nezinu.", .notMyJob: "Tas nav mans darbs.",
            .companyWillNot: "Uzņēmums nepiekritīs.", .takeItOrLeaveIt: "Samierinieties.",
            .ownHouse: "Pie mums vienmēr tā.", .nuisance: "Kas nu atkal.",
            .accusation: "Kas jums to teica?", .calmDown: "Nomierinieties.", .negative: "Mēs to nekad nedarām.",
            .vague: "Nosūtīsim drīzumā.", .fillers: "Eee, eee, eee, paskatīsimies.",
        ])
}
