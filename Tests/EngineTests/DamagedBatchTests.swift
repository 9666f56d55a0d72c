import CADBC
import Kernel
import Testing

@testable import Engine

@Suite("Damaged batches")
struct DamagedBatchTests {
    /// A batch of a number, a text and a list column, all three of three rows.
    private func batch() throws -> (ArrowSchema, ArrowArray) {
        let columns = try [
            ArrowExport.column("n", [1, .null, 3]), ArrowExport.column("t", ["a", .null, "ccc"]),
            ArrowExport.column("l", [.list([1, 2]), .null, .list([3])]),
            ArrowExport.column("d", [.decimal("1.50"), .null, .decimal("2")]),
        ]
        let row = OutgoingColumn(name: "", format: "+s", length: 3, buffers: [nil], children: columns)
        return (row.schema(), row.array())
    }

    private func read(_ schema: ArrowSchema, _ array: ArrowArray) throws -> [[EngineValue]] {
        var schema = schema
        defer { schema.release?(&schema) }
        let batch: Batch
        do {
            batch = try Batch(taking: array, try BatchLayout(schema))
        }
        return try batch.columns.map { column in try (0..<batch.rowCount).map { try batch.value(column.name, $0) } }
    }

    @Test("what we send is what we read")
    func whole() throws {
        let (schema, array) = try batch()
        #expect(
            try read(schema, array) == [
                [1, .null, 3], ["a", .null, "ccc"], [.list([1, 2]), .null, .list([3])],
                [.decimal("1.50"), .null, .decimal("2.00")],
            ])
    }

    @Test(
        "counts and offsets that cannot be are refused, wherever they stand", arguments: [Int64.min, -1, 1 << 33, .max])
    func counts(_ wrong: Int64) throws {
        for field in [\ArrowArray.length, \ArrowArray.offset, \ArrowArray.n_children, \ArrowArray.n_buffers] {
            for place in 0...4 {
                if place == 0, field == \ArrowArray.n_buffers { continue }  // the structure's own buffers are not read
                let (schema, array) = try batch()
                var damaged = array
                if place == 0 {
                    damaged[keyPath: field] = wrong
                } else {
                    damaged.children[place - 1]!.pointee[keyPath: field] = wrong
                }
                // Nobody looks for children of a number.
                if place > 0, place != 3, field == \ArrowArray.n_children { continue }
                #expect(throws: EngineProblem.self, "place \(place)") { try read(schema, damaged) }
            }
        }
    }

    @Test("a missing buffer is an error, not a crash")
    func buffers() throws {
        for place in 0..<4 {
            let (schema, array) = try batch()
            array.children[place]!.pointee.buffers[1] = nil
            #expect(throws: EngineProblem.self) { try read(schema, array) }
        }
        let (schema, array) = try batch()
        array.children[1]!.pointee.buffers[2] = nil
        #expect(throws: EngineProblem.self) { try read(schema, array) }
    }

    @Test(
        "texts and lists whose offsets run backwards or out of their child are refused",
        arguments: [Int32.min, -1, 100, .max])
    func offsets(_ wrong: Int32) throws {
        for place in [1, 2] where place == 2 || wrong < 0 {
            let (schema, array) = try batch()
            let offsets = UnsafeMutableRawPointer(mutating: array.children[place]!.pointee.buffers[1]!)
                .assumingMemoryBound(to: Int32.self)
            offsets[1] = wrong
            #expect(throws: EngineProblem.self) { try read(schema, array) }
        }
    }

    @Test("columns of fewer rows than the batch, or fewer columns than the schema, are refused")
    func shapes() throws {
        var (schema, array) = try batch()
        array.children[1]!.pointee.length = 2
        #expect(throws: EngineProblem.self) { try read(schema, array) }
        (schema, array) = try batch()
        array.n_children = 3
        #expect(throws: EngineProblem.self) { try read(schema, array) }
        (schema, array) = try batch()
        array.length = 4
        #expect(throws: EngineProblem.self) { try read(schema, array) }
    }

    @Test(
        "types that we do not know are named when they are asked for, and damaged ones are refused",
        arguments: ["+l", "+w:-1", "+m", "+s", "+w:99999999999", "q", "d:x", "d:38,9999", ""])
    func formats(_ format: String) throws {
        let column = OutgoingColumn(name: "v", format: format, length: 1, buffers: [nil, nil], children: [])
        let row = OutgoingColumn(name: "", format: "+s", length: 1, buffers: [nil], children: [column])
        if format == "+s" {
            #expect(try read(row.schema(), row.array()) == [[.fields([])]])
        } else {
            #expect(throws: EngineProblem.self) { try read(row.schema(), row.array()) }
        }
    }

    @Test("the numbers of views, dictionaries and their buffers are checked")
    func dictionaries() throws {
        for wrong in [Int64(-1), 2, .max] {
            let values = try ArrowExport.column("", ["x", "y"])
            var index = try ArrowExport.column("v", [.int(wrong)]).array()
            let dictionary = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
            dictionary.initialize(to: values.array())
            index.dictionary = dictionary
            let column = try withUnsafePointer(to: index) {
                try ArrowColumn($0, .dictionary(index: .int(bits: 64), values: .text(.small)))
            }
            #expect(throws: EngineProblem.self) { try withExtendedLifetime(index) { try column.dictionaryIndex(0) } }
            index.release?(&index)
            dictionary.pointee.release?(dictionary)
            dictionary.deallocate()
        }
    }

    @Test("DA-01 a result without columns is a failure, not an empty answer")
    func columns() throws {
        var schema = OutgoingColumn(name: "", format: "+s", length: 0, buffers: [nil]).schema()
        defer { schema.release?(&schema) }
        let layout = try BatchLayout(schema)
        #expect(throws: EngineProblem.noColumns(sql: "SELECT 1")) { try layout.requireColumns(sql: "SELECT 1") }
    }

    @Test("every problem has a code of its own and says itself in both languages")
    func texts() {
        let problems: [EngineProblem] = [
            .libraryMissing(searched: ["/a"]), .libraryUnusable(path: "/a", reason: "r"),
            .unreachable(target: "t", reason: "r"),
            .failed(sql: "s", reason: "r"), .outOfMemory(sql: "s", reason: "r"),
            .timedOut(sql: "s", after: .seconds(1)), .noColumns(sql: "s"),
            .damagedBatch(reason: "r"), .columnMissing(name: "n", available: []),
            .columnType(name: "n", found: "a", wanted: "b"),
            .unfitValue(column: "c", reason: "r"), .unevenColumns(name: "n", rows: 1, expected: 2), .closed,
        ]
        #expect(Set(problems.map(\.code)).count == problems.count)
        for problem in problems {
            #expect(problem.code.hasPrefix("engine.") && problem.text.zh != problem.text.en)
            #expect(problem.text.zh.unicodeScalars.contains { (0x4e00...0x9fff).contains($0.value) })
        }
    }
}
