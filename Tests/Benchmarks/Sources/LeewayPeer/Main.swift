import Foundation

/// Leeway as one more engine of the comparison: the same neutral rules and requests, one JSON line of figures.
@main
struct Main {
    private static let usage = """
        usage: leeway-peer RULES.json REQUESTS.jsonl MODE ROUNDS
               leeway-peer --generated SIZE MODE ROUNDS     the same over 500 requests and so many rules of our own
               leeway-peer --rulebook FILE load ROUNDS      read, check and compile a rulebook of one file
               MODE  prepared   decide events that were read before, with all reasons
                     json       the same from JSON text
                     rendered   the same, with every reason written as JSON
                     offers     counter-offers for what was not allowed
                     options    what may be done where every field of the action is open
                     load       read the rules as a rulebook, check and compile them
                     outcomes   print what each request comes to, a word a line; ROUNDS is not used
                     rulebook   print the rules as a rulebook; ROUNDS is not used
               ROUNDS  how often all requests are decided, or the rules read

        """

    static func main() {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            guard arguments.count == 4, let rounds = Int(arguments[3]) else { throw PeerFailure(message: usage) }
            if arguments[0] == "--rulebook" {
                guard arguments[2] == "load" else { throw PeerFailure(message: usage) }
                let text = try Data(contentsOf: URL(filePath: arguments[1]))
                return try LoadMeasurement(name: arguments[1], utf8: Array(text)).run(rounds: rounds)
            }
            if arguments[0] == "--generated" {
                guard let size = Int(arguments[1]) else { throw PeerFailure(message: usage) }
                return try Comparison(generated: GeneratedRules(count: size, requestCount: 500))
                    .run(arguments[2], rounds: rounds)
            }
            try Comparison(rulesPath: arguments[0], requestsPath: arguments[1]).run(arguments[2], rounds: rounds)
        } catch let error as PeerFailure {
            FileHandle.standardError.write(Data("\(error.message)\n".utf8))
            exit(64)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(70)
        }
    }
}
