/// Checks JSON against the keywords of JSON Schema that the published schemas use; another keyword is an error.
struct SchemaChecker {
    /// A JSON value, as the checker reads it.
    indirect enum Value: Equatable {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
        case array([Value])
        case object([String: Value])

        subscript(name: String) -> Value? {
            guard case .object(let members) = self else { return nil }
            return members[name]
        }
    }

    let root: Value

    /// What is wrong with a value, by path; empty where nothing is.
    func problems(_ value: Value, _ schema: Value, at path: String = "$") -> [String] {
        guard case .object(let keywords) = schema else { return ["\(path): the schema is not an object"] }
        return keywords.keys.sorted().flatMap { keyword -> [String] in
            guard let operand = keywords[keyword] else { return [] }
            return problems(value, keyword, operand, of: keywords, at: path)
        }
    }

    private func problems(
        _ value: Value, _ keyword: String, _ operand: Value, of schema: [String: Value], at path: String
    ) -> [String] {
        switch (keyword, operand, value) {
        case ("$schema", _, _), ("$id", _, _), ("$defs", _, _), ("title", _, _), ("description", _, _),
            ("format", _, _), ("pattern", _, _):
            return []
        case ("$ref", .string(let reference), _):
            guard let target = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] else {
                return ["\(path): no \(reference)"]
            }
            return problems(value, target, at: path)
        case ("type", .string(let type), _): return isOf(type, value) ? [] : ["\(path): not \(type)"]
        case ("type", .array(let types), _):
            let names = types.compactMap { if case .string(let name) = $0 { name } else { nil } }
            return names.contains { isOf($0, value) } ? [] : ["\(path): none of \(names)"]
        case ("const", _, _): return value == operand ? [] : ["\(path): not \(operand)"]
        case ("enum", .array(let values), _): return values.contains(value) ? [] : ["\(path): not in \(values)"]
        case ("minimum", .number(let bound), .number(let number)):
            return number >= bound ? [] : ["\(path): below \(bound)"]
        case ("maximum", .number(let bound), .number(let number)):
            return number <= bound ? [] : ["\(path): above \(bound)"]
        case ("required", .array(let names), .object(let members)):
            return names.compactMap {
                guard case .string(let name) = $0, members[name] == nil else { return nil }
                return "\(path): no member \(name)"
            }
        case ("properties", .object(let properties), .object(let members)):
            return members.keys.sorted().flatMap { name -> [String] in
                guard let schema = properties[name], let member = members[name] else { return [] }
                return problems(member, schema, at: "\(path).\(name)")
            }
        case ("additionalProperties", _, .object(let members)):
            return additional(operand, members, schema["properties"], at: path)
        case ("items", _, .array(let elements)):
            return elements.enumerated().flatMap { problems($1, operand, at: "\(path)[\($0)]") }
        case ("oneOf", .array(let schemas), _):
            let matches = schemas.count { problems(value, $0, at: path).isEmpty }
            return matches == 1 ? [] : ["\(path): \(matches) of the alternatives hold"]
        case ("minimum", _, _), ("maximum", _, _), ("required", _, _), ("properties", _, _),
            ("additionalProperties", _, _), ("items", _, _):
            return []
        default: return ["\(path): the checker does not know `\(keyword)`"]
        }
    }

    private func additional(
        _ operand: Value, _ members: [String: Value], _ properties: Value?, at path: String
    ) -> [String] {
        members.keys.sorted().flatMap { name -> [String] in
            guard properties?[name] == nil, let member = members[name] else { return [] }
            return operand == .bool(false)
                ? ["\(path): unknown member \(name)"] : problems(member, operand, at: "\(path).\(name)")
        }
    }

    private func isOf(_ type: String, _ value: Value) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
            ("object", .object):
            true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }
}
