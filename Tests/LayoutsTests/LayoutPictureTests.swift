import Layouts
import Testing

@Suite struct LayoutPictureTests {
  private let blocked = LinearLayout.blocked(
    sizePerThread: [1, 2], threadsPerWarp: [2, 2], warpsPerCTA: [2, 1], order: [1, 0],
    shape: [4, 8])

  @Test func blockedLayoutAsText() {
    #expect(
      LayoutPicture(of: blocked, title: "blocked").text == """
        blocked
        tile 4x8 over 4 registers, 4 lanes, 2 warps
        0| T0:R0 T0:R1 T1:R0 T1:R1 T0:R2 T0:R3 T1:R2 T1:R3
        1| T2:R0 T2:R1 T3:R0 T3:R1 T2:R2 T2:R3 T3:R2 T3:R3
        2| T4:R0 T4:R1 T5:R0 T5:R1 T4:R2 T4:R3 T5:R2 T5:R3
        3| T6:R0 T6:R1 T7:R0 T7:R1 T6:R2 T6:R3 T7:R2 T7:R3

        """)
  }

  @Test func swizzledMemoryAsText() {
    let memory = LinearLayout.swizzledShared(
      vec: 2, perPhase: 1, maxPhase: 4, order: [1, 0], shape: [4, 8])
    #expect(
      LayoutPicture(of: memory, title: "swizzled").text == """
        swizzled
        tile 4x8 over 32 offsets
        0| 0  1  2  3  4  5  6  7
        1| 10 11 8  9  14 15 12 13
        2| 20 21 22 23 16 17 18 19
        3| 30 31 28 29 26 27 24 25

        """)
  }

  @Test func repetitionAndGapsAreSaid() {
    let layout = LinearLayout(
      bases: [.lane: [[1], [0]], .warp: []], outputs: [.axis(0): 4])
    #expect(
      LayoutPicture(of: layout, title: "part").text == """
        part
        tile 4 over 4 lanes
        2 places hold each element; the first is shown
        no place holds the elements marked -
        0| T0:R0 T1:R0 -     -

        """)
  }

  @Test func largeTilesAreCut() {
    let layout = LinearLayout.box([4, 4, 4], order: [2, 1, 0], from: .offset)
    #expect(
      LayoutPicture(of: layout, title: "box", limit: 2).text == """
        box
        tile 4x4x4 over 64 offsets
        dim0 = 0:
        0| 0 1 ... 2 more
        1| 4 5 ... 2 more
        ... 2 more rows
        dim0 = 1:
        0| 16 17 ... 2 more
        1| 20 21 ... 2 more
        ... 2 more rows
        ... 2 more grids

        """)
  }

  @Test func outputsMayBeInAnyOrder() {
    let reversed = blocked.withOutputs(inOrder: [.axis(1), .axis(0)])
    #expect(
      LayoutPicture(of: reversed, title: "t").text == LayoutPicture(of: blocked, title: "t").text)
  }

  @Test func imageHasACellForEachElement() {
    let svg = LayoutPicture(of: blocked, title: "a < b & \"c\"").svg
    #expect(svg.hasPrefix("<svg xmlns=") && svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("a &lt; b &amp; &quot;c&quot;"))
    #expect(svg.split(separator: "<rect x=").count - 1 == 32)
    #expect(svg.contains("<title>warp 1, lane 2, register 3</title>"))
    #expect(svg.contains(">T6:R3</text>"))
  }

  @Test func pageHasAllPictures() {
    let picture = LayoutPicture(of: blocked, title: "first")
    let page = LayoutPicture.page(
      of: [picture, LayoutPicture(of: blocked, title: "second")], title: "layouts <of> add")
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("<title>layouts &lt;of&gt; add</title>"))
    #expect(page.split(separator: "<svg ").count - 1 == 2)
    // The only addresses are the names of SVG's name space.
    #expect(page.split(separator: "http").count - 1 == 2)
    #expect(page.split(separator: "http://www.w3.org/2000/svg").count - 1 == 2)
  }
}
