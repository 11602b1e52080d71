/// A small rulebook to begin with: it passes the linter, and its first question gets an answer.
public enum StarterRulebook {
    /// Its files, by path relative to its folder, in the order of writing.
    public static let files: [(path: String, text: String)] = [
        ("rulebook.yaml", rulebook), ("vocabulary.yaml", vocabulary), ("standards/goodwill.yaml", standards),
        ("tests/coupons.yaml", tests), ("examples/coupon.json", example), ("README.md", readme),
    ]

    /// Writes it into a folder, which is made where it does not exist.
    ///
    /// - Parameter folder: where to; a folder that holds anything is left as it is.
    /// - Returns: the paths of the files.
    /// - Throws: ``LeewayError/cannotWrite(path:reason:)``, also where something is there already.
    public static func write(to folder: String) throws(LeewayError) -> [String] {
        switch try FileSystem.kind(of: folder) {
        case .folder:
            guard try FileSystem.names(in: folder, countMax: 1_000).isEmpty else {
                throw .cannotWrite(path: folder, reason: "there are files in it, and none is ever written over")
            }
        case .file, .stream, .symbolicLink:
            throw .cannotWrite(path: folder, reason: "it is a file, and none is ever written over")
        case nil: try FileSystem.makeFolder(folder)
        }
        var written: [String] = []
        for (path, text) in files {
            let parts = path.split(separator: "/")
            if parts.count > 1 { try FileSystem.makeFolder(FileSystem.join(folder, String(parts[0]))) }
            let place = FileSystem.join(folder, path)
            try FileSystem.create(place, Array(text.utf8))
            written.append(place)
        }
        return written
    }

    private static let rulebook = """
        rulebook: care
        title: Care standards
        version: 1.0.0
        timeZone: Etc/UTC
        currency: EUR
        # An action that no standard lists needs a reason, which is recorded.
        unlisted: justify
        # Take these out once something is measured, something is worth a thank-you, and calls have their standards.
        lint: {missing-measure: off, missing-recognition: off, unruled-event: off}
        include: [vocabulary.yaml, standards/*.yaml]

        # The knobs that a manager turns.
        settings:
          coupons: {policy: 1, reason: 3, approval: 10}
          coupon_value_max: {value: 20 EUR, title: The value of one coupon}

        """

    private static let vocabulary = """
        # Each role outranks those before it.
        roles: [agent, supervisor, manager]

        # What can be known about somebody or something. Every fact has a type, so that a slip is an error.
        entities:
          agent:
            role: role
          customer:
            tier: {enum: [standard, gold]}

        # What an agent may propose.
        actions:
          coupon.issue:
            title: Issue goodwill coupons
            about: customer
            fields:
              count: {type: int, min: 1, max: 100}
              value: {type: money, min: 1 EUR}

        """

    private static let standards = """
        standards:
          coupons.goodwill:
            title: Goodwill coupons
            because: Whoever talks with the customer sees best what puts it right.
            owner: care-lead
            severity: minor
            on: coupon.issue
            say: I am sorry for the trouble. I have put a coupon on your account.
            # The ladder: within the policy, with a reason, with somebody's approval.
            allowance:
              sum: event.count
              window: each
              steps:
                - {up_to: settings.coupons.policy}
                - {up_to: settings.coupons.reason, needs: reason}
                - {up_to: settings.coupons.approval, needs: approval, from: supervisor}

          coupons.value:
            title: The value of a coupon
            because: Above that, a refund is the more honest remedy.
            owner: care-lead
            severity: minor
            on: coupon.issue
            require: event.value <= settings.coupon_value_max
            otherwise: {escalate: supervisor}

        """

    private static let tests = """
        tests: Goodwill coupons
        start: 2026-11-20 10:00
        # What every event has unless it says otherwise.
        defaults:
          agent: {id: a-1, role: agent}
          customer: {id: cu-1, tier: standard}

        cases:
          - case: How many coupons at once
            when: {coupon.issue: {value: 10}}
            table:
              - [event.count, reason,           expect]
              - [1,           ~,                allow]
              - [2,           ~,                justify]
              - [2,           parcel was late,  allow]
              - [4,           parcel was late,  escalate]
              - [11,          parcel was late,  deny]

          - case: A coupon of more than its limit
            when: {coupon.issue: {count: 1, value: 21}}
            expect: {outcome: escalate, by: coupons.value, from: supervisor}

        """

    private static let example = """
        {
          "id": "p-1",
          "type": "coupon.issue",
          "time": "2026-11-20T09:14:03Z",
          "agent": {"id": "a-1", "role": "agent"},
          "customer": {"id": "cu-1", "tier": "standard"},
          "data": {"count": 2, "value": "10.00 EUR"},
          "reason": "the parcel was late twice"
        }

        """

    private static let readme = """
        # Care standards

        A rulebook: what agents may do for customers, alone, with a reason, or with somebody's approval.

        | file | what it holds |
        | --- | --- |
        | `rulebook.yaml` | name, version, settings: the knobs to turn |
        | `vocabulary.yaml` | roles, facts and actions that standards speak about |
        | `standards/` | the standards |
        | `tests/` | what they should answer |
        | `examples/` | an action to ask about |

        ```sh
        leeway lint .
        leeway test .
        leeway check --rulebook . examples/coupon.json
        leeway options --rulebook . --agent-role agent
        leeway explain coupons.goodwill --rulebook .
        ```

        """
}
