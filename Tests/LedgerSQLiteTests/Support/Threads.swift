import Foundation

/// Lets threads run at once, and waits for all of them.
///
/// Tasks would not do: only as many run at once as there are cores, and one that waits for a lock keeps its core.
func withThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) async {
    await withTaskGroup(of: Void.self) { group in
        for number in 0..<count {
            group.addTask {
                await withCheckedContinuation { continuation in
                    Thread.detachNewThread {
                        body(number)
                        continuation.resume()
                    }
                }
            }
        }
    }
}
