import type { Role } from './types.js';

/**
 * What the parts of a story are called in other languages (German, French, Spanish, Portuguese, Italian, Dutch, Polish,
 * Turkish, Vietnamese, Russian, Hindi, Chinese, Japanese). No English word is among them, so they are looked for everywhere.
 */
export const LABELS_ABROAD: Record<Exclude<Role, 'body'>, string> = {
  situation:
    'ausgangslage|ausgangssituation|kontext|hintergrund|herausforderung|contexte|problème|défi|situación|contexto|problema|reto|desafío|' +
    'situação|desafio|situazione|contesto|situatie|aanleiding|sytuacja|kontekst|durum|bağlam|bối cảnh|tình huống|ситуация|контекст|' +
    'परिस्थिति|स्थिति|संदर्भ|情况|情境|背景|状況|状况',
  task:
    'aufgabe|ziel|auftrag|tâche|objectif|rôle|tarea|objetivo|tarefa|compito|obiettivo|taak|doel|opdracht|zadanie|cel|görev|hedef|' +
    'nhiệm vụ|mục tiêu|задача|цель|कार्य|लक्ष्य|任务|目标|課題|目標|役割',
  action:
    'vorgehen|vorgehensweise|aktion|aktionen|maßnahmen|massnahmen|umsetzung|handlung|lösung|démarche|acción|acciones|solución|ação|ações|' +
    'solução|azione|azioni|soluzione|aanpak|actie|acties|oplossing|działanie|działania|rozwiązanie|eylem|eylemler|çözüm|hành động|giải pháp|' +
    'действие|действия|решение|कार्रवाई|समाधान|行动|行動|做法|解决方案|対応',
  result:
    'ergebnis|ergebnisse|resultat|résultat|résultats|bilan|resultado|resultados|risultato|risultati|resultaat|resultaten|wynik|wyniki|' +
    'rezultat|efekt|sonuç|sonuçlar|kết quả|результат|результаты|итог|итоги|परिणाम|结果|結果|成果',
  learning:
    'erkenntnis|erkenntnisse|gelerntes|lehre|lehren|leçon|leçons|apprentissage|apprentissages|enseignements|aprendizaje|aprendizajes|' +
    'lecciones|aprendizado|aprendizados|lições|lezione|lezioni|leerpunten|wnioski|dersler|öğrenilenler|bài học|выводы|уроки|सीख|收获|反思|学び',
};
