extension VagueTerms {
    /// Afrikaans.
    static let afrikaans: [VagueTerm] =
        VagueTerm.terms(
            .time,
            """
            so gou as moontlik, so gou moontlik, so spoedig moontlik, so vinnig as moontlik, so vinnig moontlik
            by die eerste geleentheid, vinnig, vinnige, vinniger, gou, gouer, spoedig, spoedige, onmiddellik
            onmiddellike, dadelik, dadelike, onverwyld, onverwylde, binnekort, sonder versuim, sonder vertraging
            sonder onnodige vertraging, betyds, tydig, tydige, binne 'n redelike tyd, op kort kennisgewing, stiptelik, dringend
            dringende, in die nabye toekoms, onlangs
            """)
        + VagueTerm.terms(
            .extent,
            """
            gereeld, gereelde, dikwels, soms, somtyds, af en toe, van tyd tot tyd, nou en dan, periodiek, gewoonlik
            normaalweg, oor die algemeen, in die algemeen, voortdurend, voortdurende, deurlopend, 'n paar, verskeie, genoeg
            genoegsame, voldoende, aansienlik, aansienlike, beduidend, beduidende, te lank, te veel, minimale, 'n bietjie
            """)
        + VagueTerm.terms(
            .judgement,
            """
            gepas, gepaste, toepaslik, toepaslike, redelik, redelike, geskik, geskikte, behoorlik, behoorlike, aanvaarbaar
            aanvaarbare, vriendelik, vriendelike, beleefd, beleefde, hoflik, hoflike, professioneel, professionele
            doeltreffend, doeltreffende, effektief, effektiewe, duidelik, duidelike, sorgvuldig, sorgvuldige, versigtig
            gebruikersvriendelik, gebruikersvriendelike, kliëntvriendelik, kliëntvriendelike, maklik, maklike, aangenaam
            aangename, gemaklik, gemaklike, buigsaam, uitstekend, uitstekende, behulpsaam
            """)
        + VagueTerm.terms(
            .openEnd, "ens, ensovoorts, en so aan, en so meer, en so voorts, en dergelike, en meer, onder andere, e.a.")
        + VagueTerm.terms(
            .exception,
            """
            indien moontlik, waar moontlik, wanneer moontlik, as dit moontlik is, as moontlik, sover moontlik, so ver moontlik
            soveel moontlik, indien nodig, waar nodig, wanneer nodig, soos nodig, as dit nodig is, indien van toepassing
            waar van toepassing, in uitsonderlike gevalle, in spesiale gevalle, ideaal gesproke, probeer om, poog om, streef
            """)
        + VagueTerm.terms(nil, "hoe gou, hoe vinnig, hoe dikwels, gereelde vrae, gereeld gevraagde")
}
