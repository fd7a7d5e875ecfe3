// What the expansions of `@Kernel` and `@Device` call, and what they rely on.
//
// The macros see syntax only, not types. So each hook is overloaded or generic on the type of its
// operand: a host value (`Bool`, a `Sequence`) makes it do what Swift would do, a device value (a
// tile) makes it trace both or all regions into the module that is being built. The hooks of a toy
// that follows these rules are in `Tests/KernelMacroTests/ToyStaging`; its tests run every kind of
// control flow.
//
// # A function's start
//
//     let __k = Staging.begin(file: "/path/file.swift"); defer { __k.end() }
//     __k.at(line, column)
//
// `begin` opens each call of a kernel or device function, and of a function or closure with
// statements inside one; without statements it is `Staging.begin(file: "…").end()`. Its file is the path in which errors are to be named and from which the
// marked line can be read. `at` says where the statement (or hoisted operator) stands that runs
// next. `end` takes the position back to the one at `begin`: the rest of the caller's statement
// stands where the statement stands.
//
// # Conditions
//
// A condition is a `Bool`, a scalar `Tile<Bool>` or a `StagedBool`, which is either known or of the
// device. They conform to one protocol, here called `KernelCondition`: an `if` on anything else
// gets the message "instance method 'branch' requires that 'Int' conform to 'KernelCondition'".
//
//     __k.flag(condition) -> StagedBool          also declares flags: `__k.flag(false)`
//     __k.all({ a }, { b }, …) -> Bool           `if a, b` on the host
//     __k.all({ a }, { b }, …) -> StagedBool     with a device condition: `b` runs only if `a`
//                                                holds
//
// # Cells
//
//     __k.cell("name", { name }, { name = $0 })
//
// gives a staged statement access to a variable: every visible one that the statement mentions, a
// superset of those that it changes. Rules for a statement of the device:
// - Where a region starts that has block parameters, a cell that may be carried is written with
//   them; where a region ends, the cell is read.
// - A cell that leaves every region as it entered costs nothing: it keeps the value it had.
// - Before the second region of a branch, cells are written with what they were before the first.
// - A value that is undefined on one side takes the other side's type (and structure).
// - A flag that is known on entry stays known unless it is raised.
// - A cell of a host type must be the same after each region as before it; else the error is "host
//   variable 'n' is modified under an 'if' whose condition is only known on the device".
// - The names "return", "break", "continue" and "return value" are those of the macro's cells.
//   A "return value" that enters a device loop undefined and leaves an iteration defined means a
//   `return` with a value inside that loop, which is refused: "assign to a variable that is
//   declared before the loop, and return it behind the loop".
//
//     __k.constant("name", { name })
//
// stands among the cells for each constant that the statement mentions and that may lead to an
// object, and for `self`. An object that it leads to must be the same after each region as before.
//
// `cells` is passed where an array is expected; an autoclosure avoids building it for host values.
//
// # Sequences
//
// All run their regions by yielding once for each; the expansion leaves a region only at its end or
// by `continue`, so `next()` is called once more after each region.
//
//     for x in __k.loop(sequence, cells, until: { [flags] })
//         Host sequence: its elements, until a flag is known to be raised (tested before each).
//         Device range: once, with the loop's variable. `until` is absent if nothing leaves the
//         loop. It may be ignored for a device range: the body is wrapped in `rest(unless:)`.
//     for isTaken in __k.branch(condition, cells)
//     for isTaken in __k.branchUnless(condition, cells)
//         Known: once, whether the condition holds (does not hold). Device: true, then false.
//     for _ in __k.rest(unless: [flags], cells)
//         Once if all flags are known not to be raised, not at all if one is known to be raised,
//         else once inside a branch of the device on "none is raised".
//     for _ in __k.whileLoop({ condition }, cells, until: { [flags] })
//     for _ in __k.repeatLoop({ condition }, cells, until: { [flags] })
//         The closure's type tells host from device: for `Bool` this is Swift's `while` or `repeat`
//         that also stops once a flag is known to be raised. For the device the closure is called
//         once, inside the region that computes the condition, under `rest(unless: flags)`: a
//         raised flag makes the loop end without evaluating the condition. `whileLoop` yields once
//         for the region behind the test; `repeatLoop` yields once for the region before it, whose
//         end is the test. At the start of the body the flags are not raised.
//         A `StagedBool`, which is what `__k.all` gives with a device condition, is the device's.
//
// An operation made by `next()` at a region's end belongs to the statement: sequences remember the
// position at their creation.
//
// # Calls
//
//     let __call1 = __k.beginCall(object); object.f(x); __k.endCall(__call1, "object.f(…)")
//
// stand around a call that is a statement (`f(x)`, `object.f(x)`, `_ = f(x)`) wherever it may run
// under control flow of the device. `object` is there if it is a constant of the kernel, `self`, or
// what stands before a `?`. In a region of the device `endCall` reports, where the statement stands,
// a call that did nothing for the device: no operation was written, or refused, and `begin` was not
// called; and one that changed what the object holds. Not told are calls of the language's own
// functions, calls through variables, which cells watch, and `forEach`, whose closure's statements
// are told one by one.
//
// # Values
//
//     __k.select({ condition }, { a }, { b }, cells)
//         `condition ? a : b` and `if` as a value. Known: the closure that is chosen. Device: a
//         branch that gives the value. Needs overloads for any host type with a host condition,
//         for what can be carried, and for `Void`. `cells` is there if the condition or a value may
//         change a variable: by `&`, or by a call of its method or of a local function.
//     __k.undefined()
//         The value of `let x: T` before its first assignment and of `return` values before a
//         `return`: for what can be carried, tuples of it, and common host types.
//
// # Jumps
//
// `return`, `break` and `continue` stay Swift's own where no staged region lies between them and
// their target. Else they are `flag = __k.flag(true)` and `continue` with the region's label, and
// what follows runs under `rest(unless:)`. So no hook knows about jumps.
//
// # Launches
//
// The overload of `func f(x: Pointer<T>, n: Scalar<Int32>, @Constexpr block: Int)` is
//
//     func f(x: Pointer<T>.Launch, n: Scalar<Int32>.Launch, block: Int) -> KernelCall {
//       let __bound0 = KernelCall.bind((Pointer<T>).self, 0, "x", x)
//       let __bound1 = KernelCall.bind((Scalar<Int32>).self, 1, "n", n)
//       return KernelCall(
//         KernelInfo(name: "f", file: "/path/file.swift", line: 12, source: "@Kernel func f…"),
//         arguments: [__bound0.argument, __bound1.argument],
//         constexprs: [("block", block)]
//       ) { let _: Void = f(x: __bound0.parameter, n: __bound1.parameter, block: block) }
//     }
//
// `bind` is generic over a protocol, here called `KernelParameter`:
//
//     protocol KernelParameter { associatedtype Launch … }
//     static func bind<P: KernelParameter>(_: P.Type, _ index: Int, _ name: String, _: P.Launch)
//       -> BoundParameter<P>
//
// where `Pointer<T>.Launch` is the host's buffer, `Tile<T>.Launch` is `T`, and `Optional` conforms
// if what it wraps does, with `Launch = Wrapped.Launch?`. `argument` is what the launch passes;
// `parameter`, which is asked for only while the body closure is traced, is the value in the kernel
// (nil for an optional that is nil, so that the kernel is specialized on it). The elements of
// `constexprs` are pairs of a name and a value of any type; a kernel that is a member of a type has
// one more in front, `("self", self)`, since it may read what its value holds.
