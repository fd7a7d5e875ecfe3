/// PTX in the manner of other compilers: with comments, blocks, sections and names of their own.
enum ForeignText {
  /// Names with dollar signs, places in the source, debugging sections, decimal floats.
  static let optimized = """
    //
    // Made by a compiler
    //

    .version 8.4
    .target sm_90a, debug
    .address_size 64

    \t// .globl\tscale_kernel
    .extern .shared .align 16 .b8 global_smem[];
                                            // @scale_kernel
    .visible .entry scale_kernel(
    \t.param .u64 .ptr .global .align 1 scale_kernel_param_0,
    \t.param .u64 .ptr .global .align 1 scale_kernel_param_1,
    \t.param .u32 scale_kernel_param_2
    )
    .reqntid 128
    {
    \t.reg .pred \t%p<5>;
    \t.reg .b16 \t%rs<3>;
    \t.reg .b32 \t%r<20>;
    \t.reg .f32 \t%f<9>;
    \t.reg .b64 \t%rd<8>;
    $L__func_begin0:
    \t.loc\t1 18 0                          // scale.py:18:0

    // %bb.0:
    \tld.param.u64 \t%rd4, [scale_kernel_param_0];
    \tld.param.u64 \t%rd5, [scale_kernel_param_1];
    $L__tmp0:
    \t.loc\t1 26 24                         // scale.py:26:24
    \tmov.u32 \t%r1, %ctaid.x;
    \tshl.b32 \t%r2, %r1, 10;
    \tld.param.u32 \t%r3, [scale_kernel_param_2];
    \tmov.u32 \t%r4, %tid.x;
    \tand.b32  \t%r5, %r4, 127;
    \tor.b32  \t%r6, %r2, %r5;
    \tsetp.lt.s32 \t%p1, %r6, %r3;
    \tmul.wide.s32 \t%rd6, %r6, 4;
    \tadd.s64 \t%rd1, %rd4, %rd6;
    \tadd.s64 \t%rd2, %rd5, %rd6;
    \t.loc\t1 30 16, function_name $L__info_string0, inlined_at 1 26 24
    \t// begin inline asm
    \tmov.u32 %r7, 0x0;
    \t@%p1 ld.global.b32 { %r7 }, [ %rd1 + 0 ];
    \t// end inline asm
    \tmov.b32 \t%f1, %r7;
    \tmul.f32 \t%f2, %f1, 1.5;
    \tfma.rn.f32 \t%f3, %f2, 0f3FB8AA3B, %f1;
    \tmov.b32 \t%r8, %f3;
    \tmov.u32 %r9, 0x0;
    \t@%p1 atom.global.gpu.acq_rel.add.f32 %f4, [ %rd2 + 0 ], %f3;
    \tld.weak.global.u32 %r10, [%rd2+-4];
    \t@!%p1 bra \t$L__BB0_2;
    \tbra.uni \t$L__BB0_1;
    $L__BB0_1:
    \tshfl.sync.bfly.b32 \t%r11, %r10, 16, 31, -1;
    \tmov.u32 \t%r12, global_smem;
    \tst.shared.b32 \t[global_smem+16], %r11;
    \tadd.s32 \t%r13, %r12, WARP_SZ;
    \tst.shared.v2.b32 \t[%r13], {%r11, %r8};
    \tbar.sync \t0;
    $L__BB0_2:
    \t.loc\t1 31 4
    \tret;
    $L__tmp1:
    $L__func_end0:
                                            // -- End function
    }
    \t.file\t1 "/home/user/scale.py"
    \t.section\t.debug_abbrev
    \t{
    .b8 1                                   // Abbreviation Code
    .b8 17
    \t}
    \t.section\t.debug_info
    \t{
    .b32 100                                // Length of Unit
    .b64 .debug_abbrev
    $L__debug_x:
    \t}

    """

  /// Calls in blocks, a block with a register and a label of its own, alternative names of types.
  static let blocks = """
    .version 8.0
    .target sm_80
    .address_size 64
    .extern .func  (.param .b32 func_retval0) vprintf
    (
    \t.param .b64 vprintf_param_0,
    \t.param .b64 vprintf_param_1
    )
    ;
    .func helper(.param .b32 helper_param_0) { ret; }
    .global .align 1 .b8 $str[6] = {37, 0x64, 10, 012, 0b1};

    .visible .entry _Z1kPi(.param .u64 _Z1kPi_param_0) .maxntid 64 .minnctapersm 1
    {
    \t.reg .u32 count, %step; .reg .pred %q; .reg .b64 %rd<4>; .reg .s32 %r<5>;

    \tmov.u32 count, 0;
    \tmov.u64 %rd1, $str;
    \tcvta.global.u64 %rd2, %rd1;
    again:
    \t{ // callseq 0, 0
    \t.param .b64 param0;
    \tst.param.b64 \t[param0+0], %rd2;
    \t.param .b64 param1;
    \tst.param.b64 \t[param1+0], 0;
    \t.param .b32 retval0;
    \tcall.uni (retval0),
    \tvprintf,
    \t(
    \tparam0,
    \tparam1
    \t);
    \tld.param.b32 \t%r2, [retval0+0];
    \t} // callseq 0
    \t{
    \t.param .b32 param0;
    \tst.param.b32 [param0+0], count;
    \tcall helper, (param0);
    \t}
    \t/* spin */ {
    \t.reg .pred p; .reg .b32 count, rest;
    \tmov.b32 count, 3;
    again:
    \tsub.s32 count, count, 1;
    \tmov.b32 rest, count;
    \tsetp.ne.s32 p, rest, 0;
    \t@p bra again;
    \t@p bra outside;
    \t}
    \tadd.u32 count, count, 1U;
    \tsetp.lt.u32 %q, count, 4;
    \t@%q bra again;
    outside:
    \tret;
    }

    """

  /// Asynchronous copies and products of matrices.
  static let tensorCore = """
    .version 8.7
    .target sm_80
    .address_size 64
    .extern .shared .align 128 .b8 memory[];
    .visible .entry product(.param .b64 a, .param .b64 b) .maxntid 32, 1, 1
    {
    .reg .b32 %r<40>; .reg .b64 %rd<4>; .reg .pred %p<3>;
    ld.param.b64 %rd1, [a]; ld.param.b64 %rd2, [b];
    mov.b32 %r1, memory;
    setp.eq.b32 %p1, %r1, 0;
    selp.b32 %r2, 0, 16, %p1;
    cp.async.cg.shared.global [ %r1 + 0 ], [ %rd1 + 0 ], 0x10, %r2;
    @%p1 cp.async.ca.shared.global.L2::128B [%r1+64], [%rd2], 0x8;
    cp.async.commit_group;
    cp.async.wait_group 0x0;
    bar.sync 0;
    ldmatrix.sync.aligned.m8n8.x4.shared.b16 {%r10, %r11, %r12, %r13}, [%r1];
    ldmatrix.sync.aligned.m8n8.x2.trans.shared.b16 {%r14, %r15}, [%r1+512];
    mov.b32 %r20, 0f00000000;
    mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32
      { %r21, %r22, %r23, %r24 }, { %r10, %r11, %r12, %r13 }, { %r14, %r15 },
      { %r20, %r20, %r20, %r20 };
    cvt.rn.f16x2.f32 %r25, %r22, %r21;
    st.global.v2.b32 [%rd1], {%r25, %r24};
    ret;
    }

    """
}
