extension Simulation {
    /// The planted faults, and the cases that are within discretion, excused or open, contact by contact.
    func faults() {
        openings()
        slips()
        callsGoneWrong()
        visitsGoneWrong()
        lettersGoneWrong()
        complaints()
        complaintsGoneWrong()
        breakdowns()
        promises()
        coupons()
        refunds()
        gestures()
        decisions()
        prices()
    }

    /// Expects a missed standard.
    func miss(_ standard: String, at serial: Int, _ what: String) {
        journal.expect(.missed, standard, at: serial, what)
    }
}
