import PTX

extension RegisterTracking {
  /// Finds the registers that may be read unset, and marks the instructions that touch them.
  static func apply(to program: inout ProgramDecoder) -> RegisterTracking {
    var tracking = RegisterTracking()
    for function in program.functions.values.sorted(by: { $0.start < $1.start }) {
      tracking.analyze(function, of: &program)
    }
    return tracking
  }

  private mutating func analyze(
    _ function: ProgramDecoder.FunctionInfo, of program: inout ProgramDecoder
  ) {
    let range = function.start..<function.end
    var numbers: [Register: Int] = [:]
    for pc in range {
      for register in program.accesses[pc].reads + program.accesses[pc].writes
      where numbers[register] == nil {
        numbers[register] = numbers.count
      }
    }
    let suspects = Self.maybeUnset(in: range, of: program, numbers)
    guard !suspects.isEmpty else { return }
    var tracked: [Register: Int32] = [:]
    for register in suspects.sorted(by: { numbers[$0] ?? 0 < numbers[$1] ?? 0 }) {
      tracked[register] = Int32(count)
      count += 1
    }
    for pc in range {
      let accesses = program.accesses[pc]
      let reads = accesses.reads.compactMap { register in
        tracked[register].map {
          Use(number: $0, name: "\(register)", isCondition: register == accesses.condition)
        }
      }
      let writes = accesses.writes.compactMap { tracked[$0] }
      if !reads.isEmpty {
        self.reads[Int32(pc)] = reads
        program.code[pc].modifiers.insert(.checksSources)
      }
      if !writes.isEmpty {
        self.writes[Int32(pc)] = writes
        program.code[pc].modifiers.insert(.marksResults)
      }
    }
    // A function finds its registers unset at every call.
    for index in program.calls.indices where program.calls[index].target == function.start {
      program.calls[index].registers = tracked.values.sorted()
    }
  }

  /// The registers that some read finds unset on some way.
  private static func maybeUnset(
    in range: Range<Int>, of program: ProgramDecoder, _ numbers: [Register: Int]
  ) -> Set<Register> {
    let wordCount = (numbers.count + 63) / 64
    // Blocks: an instruction with several predecessors, or behind a branch, starts one.
    var isLeader = Array(repeating: false, count: range.count)
    isLeader[0] = true
    for pc in range {
      let successors = ReconvergencePoints.successors(of: pc, in: range, program.code)
      let falls = successors == [pc + 1 - range.lowerBound]
      if !falls { for target in successors where target < range.count { isLeader[target] = true } }
    }
    var states: [Int: [UInt64]] = [0: Array(repeating: 0, count: wordCount)]
    var work = [0]
    var suspects: Set<Register> = []
    var isRecording = false
    func flow(from leader: Int, _ state: [UInt64], _ visit: (Int, [UInt64]) -> Void) {
      var state = state
      var node = leader
      while node < range.count {
        let pc = range.lowerBound + node
        let accesses = program.accesses[pc]
        if isRecording {
          for register in accesses.reads {
            let number = numbers[register] ?? 0
            if state[number / 64] >> UInt64(number % 64) & 1 == 0 { suspects.insert(register) }
          }
        }
        // What only some lanes write stays unset in the others.
        if program.code[pc].condition == 0 {
          for register in accesses.writes {
            let number = numbers[register] ?? 0
            state[number / 64] |= 1 << UInt64(number % 64)
          }
        }
        let successors = ReconvergencePoints.successors(of: pc, in: range, program.code)
        if successors == [node + 1], node + 1 < range.count, !isLeader[node + 1] {
          node += 1
        } else {
          for target in successors where target < range.count { visit(target, state) }
          return
        }
      }
    }
    while let leader = work.popLast() {
      flow(from: leader, states[leader] ?? []) { target, state in
        if let old = states[target] {
          let new = zip(old, state).map { $0 & $1 }
          if new != old {
            states[target] = new
            work.append(target)
          }
        } else {
          states[target] = state
          work.append(target)
        }
      }
    }
    isRecording = true
    for (leader, state) in states { flow(from: leader, state) { _, _ in } }
    return suspects
  }
}
