extension Simulation {
    /// Promises kept, broken, and that should not have been made.
    func promises() {
        for index in 0..<40 { promise(on: 3 + index, hours: 24, fulfilledAfter: 20) }
        let made = promise(on: 5, hours: 24, fulfilledAfter: 30)
        miss("promises.in_time", at: made.promise, "six hours late")
        if let done = promise(on: 6, hours: 24, fulfilledAfter: 20, as: "a used lamp").done {
            miss("promises.as_said", at: done, "another lamp than was promised")
        }
        journal.expect(
            .pending, "promises.in_time", at: promise(on: 59, hours: 200, fulfilledAfter: nil).promise,
            "due in the next week")
        refusable(
            "promises.discount",
            ["kind": "discount", "what": "a third off", "rate": "30%", "permitted_rate": "15%", "price": "70.00 EUR"],
            "30% where 15% can be given")
        refusable(
            "promises.refund",
            ["kind": "refund", "what": "the money back", "eligibility": "open", "price": "0.00 EUR"],
            "before it was certain")
        terms()
        papers()
    }

    @discardableResult
    private func promise(on day: Int, hours: Int, fulfilledAfter: Int?, as thing: String = "a new lamp") -> (
        promise: Int, done: Int?
    ) {
        var scene = scene("phone", at: Moment(day: day, 10, day % 60), with: house.phone[day % 6])
        let promise = number("p")
        let made = scene.note(
            "promise.make",
            [
                "promise": .text(promise), "kind": "delivery", "what": "a new lamp",
                "due": .text((scene.time + hours * 3_600).text),
                "manner": "post", "price": "0.00 EUR",
            ])
        guard let fulfilledAfter else { return (made, nil) }
        scene.pass(fulfilledAfter * 3_600)
        return (
            made,
            scene.note(
                "promise.fulfilled",
                ["promise": .text(promise), "what": .text(thing), "manner": "post", "price": "0.00 EUR"])
        )
    }

    /// A promise that nobody could keep, from which the customer then releases us.
    private func refusable(_ standard: String, _ data: KeyValuePairs<String, JSON>, _ what: String) {
        var scene = scene("phone", at: quiet(house.phone[4]), with: house.phone[4])
        let promise = number("p")
        let rest: [(name: String, value: JSON)] = data.map { (name: $0.0, value: $0.1) }
        miss(
            standard,
            at: scene.note(
                "promise.make",
                .object(
                    [("promise", .text(promise)), ("due", .text((scene.time + 86_400).text)), ("manner", "post")] + rest
                )), what)
        scene.pass(600)
        scene.note("promise.withdrawn", ["promise": .text(promise)])
    }

    private func terms() {
        var scene = scene("phone", at: quiet(house.phone[5]), with: house.phone[5])
        scene.note("claim.make", ["ability": "replace"])
        miss(
            "promises.honest_claims", at: scene.note("claim.make", ["ability": "refund up to 900 EUR"]),
            "more than the agent may do")
        scene.note("policy.state", ["stated": "30 days", "published": "30 days"])
        miss(
            "promises.same_everywhere", at: scene.note("policy.state", ["stated": "14 days", "published": "30 days"]),
            "other days than on the website")
        let promise = number("p")
        let past = scene.note(
            "promise.make",
            [
                "promise": .text(promise), "kind": "delivery", "what": "a new lamp",
                "due": .text((scene.time - 3_600).text), "manner": "post", "price": "0.00 EUR",
            ])
        miss("promises.due", at: past, "a time that had passed")
        miss("promises.in_time", at: past, "a time that had passed")
        scene.pass(1)
    }

    /// Papers for a new account: in time, wrong, and under way.
    private func papers() {
        for (day, after, correct) in [(10, 3, true), (11, 3, false), (58, nil as Int?, true)] {
            var scene = scene("email", at: Moment(day: day, 11))
            let account = number("ac")
            let opened = scene.note("account.opened", ["account": .text(account)])
            if let after {
                scene.pass(after * 86_400)
                scene.note("documents.sent", ["account": .text(account), "correct": .truth(correct)])
                if !correct { miss("promises.paperwork", at: opened, "the papers were wrong") }
            } else {
                journal.expect(.pending, "promises.paperwork", at: opened, "there is time until the fifth business day")
            }
        }
    }
}
