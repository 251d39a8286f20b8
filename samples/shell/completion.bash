# Completes commands and switches of fakejira in bash: source this file, for example from ~/.bashrc.
_fakejira() {
  local line=${COMP_LINE:0:COMP_POINT}
  line=${line#* }
  mapfile -t COMPREPLY < <(compgen -W "$(fakejira "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}")
}
complete -o default -F _fakejira fakejira
