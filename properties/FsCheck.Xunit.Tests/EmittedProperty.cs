using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using FsCheck.Xunit;

namespace Orowan.Properties.Adapter;

/// <summary>
/// A class with one property in an assembly of its own, so that a test can write attributes that are only known while it runs:
/// a replay line from a report, or defaults on an assembly.
/// </summary>
internal static class EmittedProperty
{
    public const string MethodName = "Property";

    private static int count;

    /// <param name="body">A public static method of a public class: what the property calls.</param>
    /// <param name="onMethod">The named arguments of <see cref="PropertyAttribute"/>.</param>
    /// <param name="onAssembly">The named arguments of <see cref="PropertiesAttribute"/> on the assembly, if it has one.</param>
    public static Type Calling(
        MethodInfo body, IReadOnlyDictionary<string, object> onMethod, IReadOnlyDictionary<string, object>? onAssembly = null)
    {
        var number = Interlocked.Increment(ref count);
        var name = new AssemblyName(string.Create(CultureInfo.InvariantCulture, $"Emitted{number}"));
        var assembly = AssemblyBuilder.DefineDynamicAssembly(name, AssemblyBuilderAccess.Run);
        if (onAssembly is not null)
            assembly.SetCustomAttribute(Attribute(typeof(PropertiesAttribute), onAssembly));
        var type = assembly.DefineDynamicModule(name.Name!).DefineType("Emitted", TypeAttributes.Public);
        var parameters = body.GetParameters();
        var method = type.DefineMethod(
            MethodName, MethodAttributes.Public | MethodAttributes.Static, body.ReturnType,
            [.. parameters.Select(parameter => parameter.ParameterType)]);
        for (var i = 0; i < parameters.Length; i++)
            method.DefineParameter(i + 1, ParameterAttributes.None, parameters[i].Name);
        method.SetCustomAttribute(Attribute(typeof(PropertyAttribute), onMethod));
        Call(method.GetILGenerator(), body);
        return type.CreateType();
    }

    private static void Call(ILGenerator code, MethodInfo body)
    {
        for (var i = 0; i < body.GetParameters().Length; i++)
            code.Emit(OpCodes.Ldarg, (short)i);
        code.Emit(OpCodes.Call, body);
        code.Emit(OpCodes.Ret);
    }

    private static CustomAttributeBuilder Attribute(Type type, IReadOnlyDictionary<string, object> named) =>
        new(
            type.GetConstructor(Type.EmptyTypes)!,
            [],
            [.. named.Keys.Select(name => type.GetProperty(name)!)],
            [.. named.Values]);
}
