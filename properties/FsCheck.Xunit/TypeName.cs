namespace FsCheck.Xunit;

/// <summary>A type's name as C# writes it, without its namespace.</summary>
internal static class TypeName
{
    public static string Of(Type type)
    {
        if (type.IsNested && !type.IsGenericType)
            return $"{Of(type.DeclaringType!)}.{type.Name}";
        return WithoutOuterTypes(type);
    }

    public static string WithoutOuterTypes(Type type)
    {
        if (!type.IsGenericType)
            return type.Name;
        var name = type.Name.Split('`')[0];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
