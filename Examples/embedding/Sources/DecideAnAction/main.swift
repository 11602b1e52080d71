import Leeway

let point = try DecisionPoint(rulebookAt: CommandLine.arguments.dropFirst().first ?? "Policies/retail-care")
let proposal = #"{"type": "promise.discount", "customer": {"years": 4}, "data": {"rate": "30%"}}"#
let decision = try point.check(json: proposal)
if decision.outcome == .allow { print("go ahead") } else { print(point.explain(decision), terminator: "") }
