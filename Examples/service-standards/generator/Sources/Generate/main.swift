import Foundation

// Generate FOLDER [calls that each agent takes in a week]
let arguments = CommandLine.arguments
guard arguments.count >= 2, let calls = arguments.count > 2 ? Int(arguments[2]) : 25, calls >= 4 else {
    FileHandle.standardError.write(Data("usage: Generate FOLDER [calls of an agent in a week, 4 or more]\n".utf8))
    exit(64)
}
let simulation = Simulation(seed: 2_026_11, callsAWeek: calls)
simulation.records()
simulation.everyday()
simulation.faults()
for call in simulation.callsAtPeaks {
    simulation.journal.expect(.excused, "telephone.rings", at: call, "a call at a peak")
}
let written = simulation.journal.written()
let folder = URL(filePath: arguments[1])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
try Data(written.log.utf8).write(to: folder.appending(path: "log.jsonl"))
try Data(written.planted.utf8).write(to: folder.appending(path: "planted.csv"))
