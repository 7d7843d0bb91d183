/// A group of actions that share one commit.
final class Transaction {
    private let jobs: [Job]
    private let clock: any WallClock
    /// What to call once the transaction is over, one entry a job, in order.
    private var announcements: [() -> Void] = []

    init(jobs: [Job], clock: any WallClock) {
        self.jobs = jobs
        self.clock = clock
    }

    /// Runs all actions and commits; answers the timers that became valid with it.
    ///
    /// Nobody hears anything before `tell`. When the commit fails, or SQLite itself ended the transaction (disk full,
    /// read error), every action of the group failed, whatever it answered.
    func run(on database: Database) -> [TimerChange] {
        var timers: [TimerChange] = []
        do throws(StoreError) {
            try database.connection.script("BEGIN IMMEDIATE")
            for job in jobs {
                let (effects, announcement) = try attempt(job, on: database)
                timers += effects.timers
                announcements.append {
                    for effect in effects.callbacks { effect() }
                    announcement()
                }
            }
            try database.connection.script("COMMIT")
            return timers
        } catch {
            if database.connection.isInTransaction { try? database.connection.script("ROLLBACK") }
            let failure = StoreError.commit(message: "\(error)")
            announcements = jobs.map { job in { job.fail(failure) } }
            return []
        }
    }

    /// Calls everybody who waits for the outcome, in the order in which they asked.
    func tell() {
        for announcement in announcements { announcement() }
    }

    /// Runs one action in its savepoint; throws only where the whole transaction is lost.
    private func attempt(
        _ job: Job,
        on database: Database
    ) throws(StoreError) -> (Database.Effects, () -> Void) {
        database.effects = Database.Effects()
        database.now = clock.now
        database.lead = clock.lead
        try database.connection.script("SAVEPOINT action")
        switch job.run(database) {
        case .success(let announcement):
            try database.connection.script("RELEASE action")
            return (database.effects, announcement)
        case .failure(let refusal):
            guard database.connection.isInTransaction else {
                throw .commit(message: "SQLite gave up the transaction: \(refusal.reason)")
            }
            try database.connection.script("ROLLBACK TO action; RELEASE action")
            return (Database.Effects(), refusal.tell)
        }
    }
}
