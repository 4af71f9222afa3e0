internal import Synchronization

/// The workspaces that no thread uses at the moment: making one costs more than reading most texts.
final class WorkspacePool: Sendable {
  private final class Held: Sendable {
    let workspace: Mutex<Workspace?>
    init(_ workspace: consuming Workspace) { self.workspace = Mutex(workspace) }
  }

  private let free = Mutex<[Held]>([])

  func take() -> Workspace {
    free.withLock { $0.popLast() }?.workspace.withLock { $0.take() } ?? Workspace()
  }

  func give(back workspace: consuming Workspace) {
    let held = Held(workspace)
    free.withLock { $0.append(held) }
  }
}
