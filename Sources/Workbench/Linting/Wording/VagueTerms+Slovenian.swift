extension VagueTerms {
    /// Slovenian.
    static let slovenian: [VagueTerm] =
        VagueTerm.terms(
            .time,
            """
            čim prej, čimprej, čim hitreje, čimhitreje, kar najhitreje, takoj, takojšen, takojšn~, nemudoma, nemuden, nemudn~
            hitro, hiter, hitr~, hitreje, kmalu, v kratkem, v kratkem času, v najkrajšem času
            v najkrajšem možnem času, v doglednem času, v razumnem času, v razumnem roku, pravočasno, pravočasen, pravočasn~
            brez odlašanja, brez odlaganja, brez nepotrebnega odlašanja, promptno, ažurno, ažuren, ažurn~, sproti, nujno
            ob prvi priložnosti
            """)
        + VagueTerm.terms(
            .extent,
            """
            redno, občasno, občasen, občasn~, včasih, pogosto, običajno, ponavadi, po navadi, praviloma, na splošno, stalno
            nenehno, dovolj, zadosti, zadosten, zadostn~, zadostuje, nekoliko, precej, znatno, znaten, znatn~, bistveno
            predolgo, preveč, minimalno, minimalen, minimaln~
            """)
        + VagueTerm.terms(
            .judgement,
            """
            ustrezen, ustrezn~, primeren, primerno, primerna, primerni, primerne, primernem, primernega, primernih, primernim
            razumen, razumno, razumna, razumni, razumne, razumnem, razumnega, razumnih, razumnim, sprejemljiv~, prijazen
            prijazn~, vljuden, vljudn~, profesionalen, profesionaln~, jasno, jasen, jasna, jasni, jasne, jasnih, jasnim
            učinkovit, učinkovito, učinkovita, učinkoviti, učinkovite, učinkovitih, učinkovitim, učinkovitega, kakovosten
            kakovostn~, korekten, korektn~, enostaven, enostavno, enostavna, enostavni, enostavne, preprost, preprosto
            preprosta, preprosti, preproste, prijeten, prijetn~, udoben, udobn~, skrbno, skrben, pazljivo, previdno, dostojen
            dostojn~, fleksibilen, fleksibiln~, odlično, odličen, pravilno, uspešno
            """)
        + VagueTerm.terms(
            .openEnd,
            "itd, itn, ipd, in tako naprej, in tako dalje, in podobno, in podobne, in drugo, in še več, idr, in ostalo")
        + VagueTerm.terms(
            .exception,
            """
            če je mogoče, če je le mogoče, če bo mogoče, če je možno, kadar je mogoče, kjer je mogoče, kolikor je mogoče
            kolikor je le mogoče, po možnosti, v največji možni meri, po potrebi, če je potrebno, če je treba
            kadar je potrebno, kjer je potrebno, v izjemnih primerih, v posebnih primerih, v določenih primerih, idealno
            v idealnem primeru, potrudi~, poskušaj~, poskusite, prizadeva~
            """)
        + VagueTerm.terms(
            nil,
            "takoj ko, kakor hitro, kako hitro, kako pogosto, hitrost~, prijaznost~, pogosto zastavljen~, takojšnje sporočilo, takojšnja sporočila"
        )
}
