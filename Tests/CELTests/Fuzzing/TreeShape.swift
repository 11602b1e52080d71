import CEL

/// The shape of a tree as text, without ids and places: equal for trees that mean the same.
///
/// By reflection, so that a kind of node that is added later counts without a change here.
enum TreeShape {
    /// The shape at and below a node.
    static func text(_ expression: CELExpression) -> String {
        var text = ""
        write(expression.kind, into: &text)
        return text
    }

    private static func write(_ part: Any, into text: inout String) {
        switch part {
        case let expression as CELExpression: write(expression.kind, into: &text)
        case let value as CELValue: text += "\(value.typeName)|\(value.plainText) "
        case let string as String: text += "\(string) "
        case is Range<Int>: break
        default:
            let mirror = Mirror(reflecting: part)
            guard !mirror.children.isEmpty else {
                text += "\(part) "
                return
            }
            text += "("
            for child in mirror.children {
                if mirror.displayStyle == .enum { text += "\(child.label ?? "") " }
                write(child.value, into: &text)
            }
            text += ")"
        }
    }
}
