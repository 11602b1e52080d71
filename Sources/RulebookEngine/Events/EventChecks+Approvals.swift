import JSONSyntax
import RulebookModel
import SourceText

extension EventChecks {
    /// The most approvals that one action can have.
    private static let approvalCountMax = 16

    /// Reads `approval`: one, or a list of them, each told by `by` and `role` or named by the `id` that a ledger gave it.
    mutating func approvals(_ root: JSONNode) -> ([Event.Approval], [String]) {
        guard let node = root["approval"], !node.isNull else { return ([], []) }
        guard node.kind == .list else {
            let (approval, id) = approval(node, path: "approval")
            return ([approval].compactMap { $0 }, [id].compactMap { $0 })
        }
        let elements = Array(node.elements)
        guard elements.count <= Self.approvalCountMax else {
            problems.append(
                InputProblem(
                    code: .outOfBounds, path: "approval",
                    message: "an action has at most \(Self.approvalCountMax) approvals, not \(elements.count)"))
            return ([], [])
        }
        let read = elements.enumerated().map { approval($0.element, path: "approval[\($0.offset)]") }
        return (read.compactMap(\.0), read.compactMap(\.1))
    }

    private mutating func approval(_ node: JSONNode, path: String) -> (Event.Approval?, String?) {
        guard node.kind == .object else {
            problems.append(
                InputProblem(
                    code: .wrongType, path: path,
                    message: "`\(path)` must be an object, not \(FactReader.kindName(node.kind))",
                    help: "write {\"by\": …, \"role\": …}, or {\"id\": …} for one that a ledger holds"))
            return (nil, nil)
        }
        for member in node.members where !["id", "by", "role", "at"].contains(member.name) {
            unknownMembers.append("\(path).\(member.name)")
        }
        let id = words(node, "id", path: "\(path).id")
        let by = words(node, "by", path: "\(path).by")
        let role = words(node, "role", path: "\(path).role")
        let isNamed = node["id"].map { !$0.isNull } ?? false
        for (name, value) in [("by", by), ("role", role)] where value == nil {
            let member = node[name]
            let isThere = member.map { !$0.isNull } ?? false
            // One that is there and no text was reported already.
            if let member, isThere, member.kind != .string { continue }
            // The ledger knows who gave the one that it holds.
            if isNamed, !isThere { continue }
            problems.append(
                InputProblem(
                    code: .missingMember, path: "\(path).\(name)",
                    message: "an approval needs the member `\(name)`"))
        }
        if let role, vocabulary.rank(ofRole: role) == nil {
            problems.append(
                InputProblem(
                    code: .wrongType, path: "\(path).role", message: "no role is named `\(role)`",
                    help: nearestName(to: role, among: vocabulary.roles).map { "did you mean `\($0)`?" }))
        }
        let at = time(node["at"], path: "\(path).at")
        guard let by, let role else { return (nil, id) }
        return (Event.Approval(id: id, by: by, role: role, at: at), id)
    }
}
